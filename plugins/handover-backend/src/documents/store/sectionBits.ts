import type {
  Coverage,
  SectionState,
} from '@backstage-handover/plugin-handover-common';
import { SECTION_KEYS } from '@backstage-handover/plugin-handover-common/documents';

/**
 * The sections in a state, as bits: the first section of the document is the
 * lowest. If the order of the sections changes, raise `RULES_VERSION`.
 */
export function sectionBits(
  { sections }: Coverage,
  state: Exclude<SectionState, 'missing'>,
): number {
  return SECTION_KEYS.reduce(
    (bits, key, position) =>
      // eslint-disable-next-line no-bitwise
      sections[key].state === state ? bits | (1 << position) : bits,
    0,
  );
}

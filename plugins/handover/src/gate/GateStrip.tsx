import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';

export type GateStripProps = {
  entityRef: string;
  /** Environments and their order come from here. */
  document?: HandoverDocument;
};

/** The verdict of every environment, with its reasons one click away. */
export function GateStrip(_props: GateStripProps) {
  return null;
}

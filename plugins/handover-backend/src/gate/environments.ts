import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Calendar } from '@backstage-handover/plugin-handover-common/gate';

/** A name that stands for itself and is no pattern. */
const isLiteral = (name: string) => !/[*?[\]{}!]/.test(name);

/**
 * The environments that an entity is deployed to, without repetitions: those of
 * its document in their order, then those that only a window names.
 */
export function environmentsOf(
  document: HandoverDocument | undefined,
  calendars: Calendar[],
): string[] {
  const ofDocument = (document?.environments?.items ?? []).flatMap(
    ({ name }) => name ?? [],
  );
  const ofWindows = calendars.flatMap(calendar =>
    'windows' in calendar
      ? calendar.windows.flatMap(({ environments }) => environments ?? [])
      : [],
  );
  return [...new Set([...ofDocument, ...ofWindows.filter(isLiteral)])];
}

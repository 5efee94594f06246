import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';

/** Environments that the document knows, and those that only its windows name. */
export function environmentNames(
  document: HandoverDocument | undefined,
): string[] {
  const documented = document?.environments?.items ?? [];
  const ofWindows = document?.windows?.items ?? [];
  return [
    ...new Set([
      ...documented.flatMap(({ name }) => (name ? [name] : [])),
      // A pattern is not the name of one environment.
      ...ofWindows
        .flatMap(({ environments = [] }) => environments)
        .filter(name => !/[*?[\]{}!]/.test(name)),
    ]),
  ];
}

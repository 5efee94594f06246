import type { Finding } from '@backstage-handover/plugin-handover-common/kubernetes';

/** More would push the fix off the first screen. */
const MAX_ENVIRONMENTS = 2;

/** What an environment fails with. */
export type ShownFailure = { name: string; worst: Finding };

/** The failing environments that an incident begins with. */
export function shownFailures(
  environments: readonly { name: string; findings: readonly Finding[] }[],
): ShownFailure[] {
  return environments
    .flatMap(({ name, findings: [worst] }) =>
      worst?.severity === 'failure' ? [{ name, worst }] : [],
    )
    .slice(0, MAX_ENVIRONMENTS);
}

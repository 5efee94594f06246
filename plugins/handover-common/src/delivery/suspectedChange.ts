import { RECORDED_LATE_MS, SHORTLY_MS } from './causes';
import type { PromotionStep } from './promotion';
import type { Deployment } from './types';
import { isSameVersion } from './versions';

/**
 * The deployment after which an environment began to fail.
 *
 * - `likely`: it put the failing release in place, or came shortly before the
 *   failure.
 * - `earlier`: the last one before the failure, but not shortly before it.
 * - `unrecorded`: the last one that is known. No deployment of the failing
 *   release was recorded.
 *
 * @alpha
 */
export type SuspectedChange = {
  kind: 'likely' | 'earlier' | 'unrecorded';
  deployment: Deployment;
  /** What was deployed before it. */
  previous?: Deployment;
};

/**
 * Finds the deployment after which an environment began to fail.
 *
 * @param options.since - when it began, RFC 3339, if known
 * @param options.release - the version that fails, if known
 * @returns undefined if no deployment from before the failure is known
 *
 * @alpha
 */
export function suspectedChange(options: {
  step: Pick<PromotionStep, 'attempt' | 'deployment' | 'previous'>;
  since?: string;
  release?: string;
}): SuspectedChange | undefined {
  const { step, since, release } = options;
  const known = [step.attempt, step.deployment, step.previous]
    .flatMap(each => each ?? [])
    .filter(({ outcome }) => outcome !== 'removed')
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const found = (
    kind: SuspectedChange['kind'],
    deployment: Deployment | undefined,
  ): SuspectedChange | undefined => {
    const previous = deployment && known[known.indexOf(deployment) + 1];
    return deployment && { kind, deployment, ...(previous && { previous }) };
  };

  const ofRelease = release
    ? known.find(each => isVersion(each, release))
    : undefined;
  if (ofRelease) {
    return found('likely', ofRelease);
  }
  const began = since === undefined ? Infinity : Date.parse(since);
  const before = known.find(
    ({ at }) => Date.parse(at) <= began + RECORDED_LATE_MS,
  );
  if (release && before?.artifact?.version) {
    return found('unrecorded', before);
  }
  const isShortly =
    before !== undefined &&
    since !== undefined &&
    began - Date.parse(before.at) <= SHORTLY_MS;
  return found(isShortly ? 'likely' : 'earlier', before);
}

/** A digest may be shortened. */
function isVersion({ artifact }: Deployment, release: string): boolean {
  const { version, digest } = artifact ?? {};
  return (
    (version !== undefined && isSameVersion(version, release)) ||
    (release.startsWith('sha256:') && digest?.startsWith(release) === true)
  );
}

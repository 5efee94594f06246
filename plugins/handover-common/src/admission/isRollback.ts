import { isNamedAfter, type RunningImage } from '../delivery/runningImages';
import type { Deployment } from '../delivery/types';
import { withoutV } from '../delivery/versions';
import type { ImageChange } from './types';

/**
 * What was deployed into an environment before.
 *
 * @alpha
 */
export type DeploymentHistory = {
  deployments: readonly Deployment[];
  /** Whether no earlier ones were left out. */
  isComplete: boolean;
};

/**
 * Whether images go back to versions that were deployed before.
 *
 * An image is one of an earlier version if a deployment of it into the environment
 * succeeded, before its current version was first deployed there, and if it is from
 * the same repository. Of two tags that are numbers of releases, the new one must
 * also be lower: a history that begins late has later versions first. Whatever is
 * not certain is no rollback, because a rollback passes a freeze.
 *
 * @param images - What changes. New containers are never part of a rollback.
 * @param history - Deployments into the environment, in any order, and whether
 *   these are all that are known.
 *
 * @alpha
 */
export function isRollback(
  images: readonly ImageChange[],
  history: DeploymentHistory,
): boolean {
  return (
    images.length > 0 &&
    images.every(
      ({ image, previous }) =>
        previous !== undefined && goesBack(previous, image, history),
    )
  );
}

function goesBack(
  from: RunningImage,
  to: RunningImage,
  { deployments, isComplete }: DeploymentHistory,
): boolean {
  if (from.repository !== to.repository) {
    return false;
  }
  const target = firstTime(
    deployments.filter(
      each => each.outcome === 'succeeded' && isCertainly(to, each),
    ),
  );
  // A failed deployment is also rolled back from.
  const current = firstTime(
    deployments.filter(each => isCertainly(from, each)),
  );
  if (target === undefined) {
    return false;
  }
  if (numbersOf(to.tag) && numbersOf(from.tag)) {
    return (
      isOlderRelease(to.tag, from.tag) &&
      (current === undefined || target < current)
    );
  }
  return current !== undefined && isComplete && target < current;
}

function firstTime(deployments: readonly Deployment[]): number | undefined {
  const times = deployments.map(({ at }) => Date.parse(at));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * Whether nothing but this deployment can have put the image there. Stricter than
 * `isDeployed`: a guess would pass a freeze.
 */
function isCertainly(image: RunningImage, deployment: Deployment): boolean {
  const { artifact, commit } = deployment;
  // Kubernetes ignores the tag of an image with a digest.
  if (image.digest) {
    return image.digest.toLowerCase() === artifact?.digest?.toLowerCase();
  }
  // Tags such as `stable` are moved to new versions.
  if (image.tag === undefined || !/\d/.test(image.tag)) {
    return false;
  }
  if (artifact?.name && !isNamedAfter(image, deployment)) {
    return false;
  }
  return (
    (artifact?.version !== undefined &&
      withoutV(artifact.version) === withoutV(image.tag)) ||
    (commit !== undefined && isCommit(image.tag, commit))
  );
}

/** `abc1234`, `sha-abc1234` and `main-abc1234`, but not `abc1234-hotfix`. */
function isCommit(tag: string, commit: string): boolean {
  const [, hash] = /^(?:[a-z]+-)?([0-9a-f]{7,40})$/i.exec(tag) ?? [];
  return (
    hash !== undefined && commit.toLowerCase().startsWith(hash.toLowerCase())
  );
}

function isOlderRelease(a = '', b = ''): boolean {
  const [first, second] = [numbersOf(a), numbersOf(b)];
  if (!first || !second) {
    return false;
  }
  const length = Math.max(first.length, second.length);
  for (let index = 0; index < length; index++) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return false;
}

function numbersOf(tag = ''): number[] | undefined {
  return /^v?\d+(?:\.\d+)+$/.test(tag)
    ? withoutV(tag).split('.').map(Number)
    : undefined;
}

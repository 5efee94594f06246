import type { PromotionStep } from './promotion';
import {
  isComparable,
  isDeployed,
  isNamedAfter,
  type RunningImage,
} from './runningImages';
import type { Deployment } from './types';

/**
 * What runs in an environment differs from what was deployed last, as far as the
 * pipelines know.
 *
 * @alpha
 */
export type RecordDrift = {
  /** The last deployment that was recorded. */
  recorded: Deployment;
  /** Versions of the images that run, each once. */
  running: string[];
};

/**
 * Compares what runs in an environment with the deployments that were recorded.
 * It finds a difference only where versions can be compared: an image tag such as
 * `latest` says nothing about a version, and neither does a version about a
 * commit.
 *
 * @returns undefined if they agree, or can't be compared
 *
 * @alpha
 */
export function recordDrift(options: {
  step: Pick<PromotionStep, 'attempt' | 'deployment'>;
  images: readonly RunningImage[];
}): RecordDrift | undefined {
  const { step, images } = options;
  const recorded = [step.attempt, step.deployment].filter(
    each => each !== undefined && each.outcome !== 'removed',
  ) as Deployment[];
  const own = ofArtifact(images, recorded);
  if (
    recorded.length === 0 ||
    own.length === 0 ||
    own.some(image => recorded.some(each => isDeployed(image, each)))
  ) {
    return undefined;
  }
  const running = own.filter(image =>
    recorded.some(each => isComparable(image, each)),
  );
  return running.length > 0
    ? {
        recorded: recorded[0],
        running: [...new Set(running.map(nameOf))].sort(),
      }
    : undefined;
}

/** The images of the artifact, if its name tells which ones they are. */
function ofArtifact(
  images: readonly RunningImage[],
  recorded: readonly Deployment[],
): readonly RunningImage[] {
  const named = images.filter(image =>
    recorded.some(each => isNamedAfter(image, each)),
  );
  return named.length > 0 ? named : images;
}

function nameOf({ tag, digest, repository }: RunningImage): string {
  return tag ?? digest?.slice(0, 'sha256:'.length + 12) ?? repository;
}

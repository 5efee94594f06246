import { nameOf } from '../artifacts/artifactName';
import {
  hasVersionOf,
  isComparable,
  isNamedAfter,
  type RunningImage,
} from './runningImages';
import type { Deployment } from './types';

/**
 * Whether the pipeline built what a workload runs. `unknown`: the images can't
 * be compared with what was deployed.
 *
 * @alpha
 */
export type BuiltByPipeline = 'yes' | 'no' | 'unknown';

/**
 * Compares the images of a workload with the artifacts that were deployed,
 * anywhere and with any outcome: the pipeline built them all.
 *
 * Images with the name of an artifact are compared with it, and all of them must
 * have been built. The others, such as sidecars, are left out. If no image has
 * such a name, one of them must be an artifact without a name.
 *
 * @alpha
 */
export function builtByPipeline(
  images: readonly RunningImage[],
  deployments: readonly Deployment[],
): BuiltByPipeline {
  const named = images.flatMap(image => {
    const ofName = deployments.filter(each => isNamedAfter(image, each));
    return ofName.length > 0 ? [compareWithAll(image, ofName)] : [];
  });
  if (named.includes('no')) {
    return 'no';
  }
  if (named.length > 0) {
    return named.includes('unknown') ? 'unknown' : 'yes';
  }
  const nameless = deployments.filter(
    ({ artifact }) => nameOf(artifact) === undefined,
  );
  const results = images.map(image => compareWithAll(image, nameless));
  if (results.includes('yes')) {
    return 'yes';
  }
  return results.length === 0 || results.includes('unknown') ? 'unknown' : 'no';
}

function compareWithAll(
  image: RunningImage,
  deployments: readonly Deployment[],
): BuiltByPipeline {
  const results = deployments.map(each => compare(image, each));
  if (results.includes('yes')) {
    return 'yes';
  }
  return results.length === 0 || results.includes('unknown') ? 'unknown' : 'no';
}

function compare(image: RunningImage, deployment: Deployment): BuiltByPipeline {
  const recorded = deployment.artifact?.digest?.toLowerCase();
  const digest = image.digest?.toLowerCase();
  if (recorded && digest === recorded) {
    return 'yes';
  }
  if (hasVersionOf(image, deployment)) {
    // A tag can be pushed again, and an image for several platforms has several
    // digests.
    return recorded && digest ? 'unknown' : 'yes';
  }
  return isComparable(image, deployment) ? 'no' : 'unknown';
}

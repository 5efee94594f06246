import { isNamedAfter, type RunningImage } from '../delivery/runningImages';
import type { Artifact } from '../artifacts/Artifact';
import type { Deployment } from '../delivery/types';

/**
 * The artifacts that a workload gets, with the names under which their deployments
 * are recorded. Images that nobody records, such as sidecars, only count if there
 * are no others.
 *
 * @param deployments - The latest first.
 *
 * @alpha
 */
export function deployedArtifacts(
  images: readonly RunningImage[],
  deployments: readonly Deployment[],
): Artifact[] {
  const recorded = images.flatMap(image => {
    const name = deployments.find(each => isNamedAfter(image, each))?.artifact
      ?.name;
    return name === undefined ? [] : { ...toArtifact(image), name };
  });
  if (recorded.length > 0) {
    return recorded;
  }
  const [first] = images;
  if (!first) {
    return [];
  }
  // Records without a name can be of any image.
  const isNamed = !deployments.some(
    ({ artifact }) => artifact && !artifact.name,
  );
  return [{ ...(isNamed && { name: first.repository }), ...toArtifact(first) }];
}

/** Kubernetes ignores the tag of an image with a digest. */
function toArtifact({ tag, digest }: RunningImage): Artifact {
  if (digest !== undefined) {
    return { digest };
  }
  return tag === undefined ? {} : { version: tag };
}

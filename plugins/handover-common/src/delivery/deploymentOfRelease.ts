import { nameOf } from '../artifacts/artifactName';
import { RECORDED_LATE_MS, SHORTLY_MS } from './causes';
import { isDeployed, isNamedAfter, type RunningImage } from './runningImages';
import { byTime, toMs } from './time';
import type { Deployment } from './types';

/**
 * The recorded deployment that put a release in place: the last one of the
 * artifact, if its version is that of the release, and if it was recorded when
 * the release began. Undefined if none is close enough in time. A change that no
 * pipeline reported, within an hour after a deployment of the same version, can't
 * be told from it.
 *
 * @param options.deployments - Those to the environment, in any order.
 * @param options.images - The images of the workload's current revision.
 * @param options.since - When its first pod began, RFC 3339.
 *
 * @alpha
 */
export function deploymentOfRelease<T extends Deployment>(options: {
  deployments: readonly T[];
  images: readonly RunningImage[];
  since: string;
}): T | undefined {
  const { deployments, images, since } = options;
  const began = toMs(since);
  const last = byTime(deployments)
    .filter(
      each =>
        each.outcome !== 'removed' && toMs(each.at) <= began + RECORDED_LATE_MS,
    )
    .map(deployment => ({ deployment, own: imagesOf(deployment, images) }))
    .filter(({ own }) => own.length > 0)
    .at(-1);
  return last &&
    began - toMs(last.deployment.at) <= SHORTLY_MS &&
    last.own.some(image => isDeployed(image, last.deployment))
    ? last.deployment
    : undefined;
}

/** Those that can be the deployed artifact. One without a name can be any. */
function imagesOf(
  deployment: Deployment,
  images: readonly RunningImage[],
): readonly RunningImage[] {
  return nameOf(deployment.artifact) === undefined
    ? images
    : images.filter(image => isNamedAfter(image, deployment));
}

import { nameOf } from '../artifacts/artifactName';
import type { Deployment } from './types';
import { isSameVersion } from './versions';

/** An image that runs in an environment. */
export type RunningImage = {
  repository: string;
  tag?: string;
  digest?: string;
};

/** Whether the name of the artifact says that the image is a version of it. */
export function isNamedAfter(
  { repository }: RunningImage,
  { artifact }: Deployment,
): boolean {
  const name = nameOf(artifact);
  const image = repository.toLowerCase();
  return name !== undefined && (image === name || image.endsWith(`/${name}`));
}

/** Whether the image has the version or commit that was deployed. */
export function hasVersionOf(
  { tag }: RunningImage,
  { artifact, commit }: Deployment,
): boolean {
  return (
    tag !== undefined &&
    ((artifact?.version !== undefined &&
      isSameVersion(tag, artifact.version)) ||
      (commit !== undefined && namesCommit(tag, commit)))
  );
}

/** Whether the image is the one that was deployed. */
export function isDeployed(
  image: RunningImage,
  deployment: Deployment,
): boolean {
  const { digest } = image;
  return (
    (digest !== undefined && digest === deployment.artifact?.digest) ||
    hasVersionOf(image, deployment)
  );
}

/** Both are numbers of a version, or both have a digest. */
export function isComparable(
  { tag = '', digest }: RunningImage,
  { artifact }: Deployment,
): boolean {
  const { version = '', digest: recorded } = artifact ?? {};
  return (
    (isNumbered(tag) && isNumbered(version)) ||
    (version === '' && digest !== undefined && recorded !== undefined)
  );
}

function isNumbered(text: string): boolean {
  return /^v?\d+\.\d+/.test(text);
}

function namesCommit(tag: string, commit: string): boolean {
  const [hash] = /[0-9a-f]{7,40}/i.exec(tag) ?? [];
  return (
    hash !== undefined && commit.toLowerCase().startsWith(hash.toLowerCase())
  );
}

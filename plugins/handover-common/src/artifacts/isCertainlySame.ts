import type { Artifact } from './Artifact';
import { nameOf } from './artifactName';
import { sameArtifact } from './sameArtifact';

/**
 * Whether a request certainly names an artifact that a permission is bound to:
 * the same digest if both have one, else the same name and version. Unlike
 * `sameArtifact`, a request without a name doesn't match an artifact with one.
 */
export function isCertainlySame(
  bound: Artifact,
  requested: Artifact | undefined,
): boolean {
  if (!requested || sameArtifact(bound, requested) !== 'same') {
    return false;
  }
  return Boolean(
    (bound.digest && requested.digest) ||
      nameOf(bound) === undefined ||
      nameOf(requested) !== undefined,
  );
}

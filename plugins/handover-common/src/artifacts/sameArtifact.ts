import { isSameName } from './artifactName';
import type { Artifact } from './Artifact';

/**
 * Whether two artifacts are the same: by digest if both have one, else by
 * name and version. `unknown` if they have neither digest nor version in common.
 * One without a name can be any artifact.
 *
 * @alpha
 */
export function sameArtifact(
  a: Artifact,
  b: Artifact,
): 'same' | 'different' | 'unknown' {
  if (a.digest && b.digest) {
    return a.digest.toLowerCase() === b.digest.toLowerCase()
      ? 'same'
      : 'different';
  }
  if (!isSameName(a, b)) {
    return 'different';
  }
  if (a.version && b.version) {
    return a.version === b.version ? 'same' : 'different';
  }
  return 'unknown';
}

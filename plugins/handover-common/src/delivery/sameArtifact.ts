import type { Artifact } from './types';

/**
 * Whether two artifacts are the same: by digest if both have one, else by
 * version. `unknown` if they have neither in common.
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
  if (a.version && b.version) {
    return a.version === b.version ? 'same' : 'different';
  }
  return 'unknown';
}

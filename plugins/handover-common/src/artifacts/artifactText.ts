import type { Artifact } from './Artifact';

/**
 * An artifact in words: `orders 1.2.3`, or its digest if it has no version.
 *
 * @alpha
 */
export function artifactText({ name, version, digest }: Artifact): string {
  return [name, version ?? digest].filter(Boolean).join(' ');
}

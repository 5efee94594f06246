import type { PathSegments } from '../documents/path';
import type { FieldComment } from '../documents/starter/withComments';
import type { Evidence } from './types';

/**
 * Formats where something was read: `Jenkinsfile:12`, `component:default/orders
 * spec.dependsOn[0]`.
 */
export function formatEvidence({ source, place }: Evidence): string {
  if (!place) {
    return source;
  }
  if ('line' in place) {
    return `${source}:${place.line}`;
  }
  return 'field' in place
    ? `${source} ${place.field}`
    : `${source} at ${formatSeconds(place.seconds)}`;
}

/** `1:02:03`, `2:03` */
function formatSeconds(total: number): string {
  const seconds = Math.floor(total);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/** A comment above each field that says where its value comes from. */
export function evidenceComments(
  fields: readonly { path: PathSegments; evidence: Evidence }[],
): FieldComment[] {
  return fields.map(({ path, evidence }) => ({
    path,
    lines: [`from ${formatEvidence(evidence)}`],
  }));
}

/**
 * Keys and list indexes that lead from the document to a value.
 *
 * @public
 */
export type PathSegments = readonly (string | number)[];

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/**
 * Formats a path, for example `failures.items[2].fix`. A key that is not a
 * plain word is quoted: `deployment.trigger["eu.west"]`.
 *
 * @alpha
 */
export function formatPath(segments: PathSegments): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') {
      return `${path}[${segment}]`;
    }
    if (!PLAIN_KEY.test(segment)) {
      return `${path}[${JSON.stringify(segment)}]`;
    }
    return path ? `${path}.${segment}` : segment;
  }, '');
}

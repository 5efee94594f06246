/**
 * Whether two names mean the same version: `v2.33.0` is `2.33.0`, and a tag may
 * name a variant of it, as in `2.33.0-alpine`.
 */
export function isSameVersion(a: string, b: string): boolean {
  const [first, second] = [withoutV(a), withoutV(b)];
  return (
    first === second ||
    isVariant(first, { of: second }) ||
    isVariant(second, { of: first })
  );
}

/** A release candidate is no variant of the release. */
function isVariant(tag: string, { of }: { of: string }): boolean {
  const rest = tag.startsWith(of) ? tag.slice(of.length) : '';
  return (
    /^[-+][a-z]/i.test(rest) &&
    !/^[-+](?:rc|alpha|beta|pre|snapshot|dev)/i.test(rest)
  );
}

/** `v2.33.0` is `2.33.0`. */
export function withoutV(version: string): string {
  return version.replace(/^v(?=\d)/, '');
}

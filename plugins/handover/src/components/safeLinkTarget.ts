/** Schemes that a link in a handover may always have. */
export const DEFAULT_LINK_SCHEMES = ['http', 'https', 'mailto', 'tel'];

/**
 * The target of a link if it may be followed, else `undefined`.
 *
 * @param href - what the author wrote
 * @param schemes - allowed schemes in lower case, without colon
 */
export function safeLinkTarget(
  href: string,
  schemes: readonly string[],
): string | undefined {
  // Browsers skip these inside of a scheme, so `java\nscript:` must not pass.
  // eslint-disable-next-line no-control-regex
  const target = href.replace(/[\u0000-\u0020\u007f]/g, '');
  if (target.startsWith('#')) {
    return target;
  }
  // A path in the portal; two slashes would name another host.
  if (target.startsWith('/')) {
    return /^\/[/\\]/.test(target) ? undefined : target;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1].toLowerCase();
  return scheme && schemes.includes(scheme) ? target : undefined;
}

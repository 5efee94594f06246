/**
 * An address that people may be sent to: a system can write anything there.
 *
 * @public
 */
export function webUrl(value: string | null | undefined): string | undefined {
  const url = URL.parse(value ?? '');
  return url && ['http:', 'https:'].includes(url.protocol)
    ? url.href
    : undefined;
}

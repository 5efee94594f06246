/**
 * Returns the URL if it is safe to link to. Systems can return anything.
 *
 * @public
 */
export function webUrl(value: string | null | undefined): string | undefined {
  const url = URL.parse(value ?? '');
  return url && ['http:', 'https:'].includes(url.protocol)
    ? url.href
    : undefined;
}

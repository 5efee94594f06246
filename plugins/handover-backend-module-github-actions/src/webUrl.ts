/** An address that people may be sent to: others can write anything there. */
export function webUrl(value: string | null | undefined): string | undefined {
  if (!value || !URL.canParse(value)) {
    return undefined;
  }
  const url = new URL(value);
  return ['http:', 'https:'].includes(url.protocol) ? url.href : undefined;
}

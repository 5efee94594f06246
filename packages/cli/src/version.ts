/** Put in by the bundler. */
declare const HANDOVER_VERSION: string;

/** The version of this package. */
export function version(): string {
  return HANDOVER_VERSION;
}

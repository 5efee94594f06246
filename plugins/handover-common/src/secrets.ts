/**
 * Functions that detect secrets. The rules are large and need Node.js, so they
 * are separate from the package's root and no browser loads them.
 *
 * @packageDocumentation
 */

export { checkHandoverDocument } from './documents/secrets/checkHandoverDocument';
export {
  findSecrets,
  REDACTED,
  scanForSecrets,
} from './documents/secrets/findSecrets';
export { redactSecrets } from './documents/secrets/redactSecrets';
export type { SecretScan } from './documents/secrets/findSecrets';
// What the functions above are described with.
export type { ParsedHandover, ParseOptions } from './documents/parse';
export type { HandoverDocument } from './documents/schema';
export type { Problem } from './documents/types';

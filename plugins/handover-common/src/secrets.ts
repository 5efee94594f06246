/**
 * What needs the rules for secrets, which run in Node.js alone and are large.
 * Apart from the package's root, so that no browser loads them.
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

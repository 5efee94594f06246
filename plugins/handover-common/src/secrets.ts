/**
 * What needs the rules for secrets, which run in Node.js alone and are large.
 * Apart from the package's root, so that no browser loads them.
 *
 * @packageDocumentation
 */

export { checkHandoverDocument } from './document/secrets/checkHandoverDocument';
export {
  findSecrets,
  REDACTED,
  scanForSecrets,
} from './document/secrets/findSecrets';
export type { SecretScan } from './document/secrets/findSecrets';

import type { PathSegments } from '../path';
import { METADATA, SECTIONS } from './registry';

/** Keys of the document itself, in the order in which they are written. */
const ROOT_KEYS: readonly string[] = /* @__PURE__ */ [
  'apiVersion',
  'kind',
  METADATA.key,
  ...SECTIONS.map(({ key }) => key),
];

/**
 * The keys that a mapping may have, in the order of the schema. Empty where the
 * schema does not name them.
 *
 * @param path - of the mapping; empty for the document
 */
export function keyOrder(path: PathSegments): readonly string[] {
  const [part, ...rest] = path;
  if (part === undefined) {
    return ROOT_KEYS;
  }
  const definition = [METADATA, ...SECTIONS].find(({ key }) => key === part);
  const prefix = rest
    .map(segment => (typeof segment === 'number' ? '[]' : `.${segment}`))
    .join('')
    .slice(1);
  return (definition?.fields ?? []).flatMap(({ path: field }) => {
    const key = prefix === '' ? field : field.slice(prefix.length + 1);
    const isBelow = prefix === '' || field.startsWith(`${prefix}.`);
    return isBelow && /^[A-Za-z]+$/.test(key) ? [key] : [];
  });
}

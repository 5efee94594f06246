import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

/** Kinds of entities that have handovers, in the order in which one is preferred. */
const KINDS = ['component', 'system'];

/**
 * The reference of the entity that `catalog-info.yaml` in a folder describes,
 * or undefined if there is none or more than one.
 */
export async function entityBeside(
  folder: string,
): Promise<string | undefined> {
  const text = await readFile(
    path.join(folder, 'catalog-info.yaml'),
    'utf8',
  ).catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const entities = parseAllDocuments(text).flatMap(document => {
    const kind = document.getIn(['kind']);
    const name = document.getIn(['metadata', 'name']);
    const namespace = document.getIn(['metadata', 'namespace']) ?? 'default';
    return typeof kind === 'string' && typeof name === 'string'
      ? [{ kind: kind.toLowerCase(), ref: `${kind}:${namespace}/${name}` }]
      : [];
  });
  const [found, another] =
    KINDS.map(kind => entities.filter(entity => entity.kind === kind)).find(
      ofKind => ofKind.length > 0,
    ) ?? [];
  return another ? undefined : found?.ref.toLowerCase();
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

/** An entity as `catalog-info.yaml` describes it. */
export type DescribedEntity = {
  /** In lower case. */
  kind: string;
  /** Full, in lower case. */
  ref: string;
  metadata: Record<string, unknown>;
  spec: Record<string, unknown>;
};

/** The entities that `catalog-info.yaml` in a folder describes. None without one. */
export async function readCatalogInfo(
  folder: string,
): Promise<DescribedEntity[]> {
  const text = await readFile(
    path.join(folder, 'catalog-info.yaml'),
    'utf8',
  ).catch(() => undefined);
  if (text === undefined) {
    return [];
  }
  return parseAllDocuments(text).flatMap(document => {
    // What cannot be read describes nothing.
    const value = document.errors.length > 0 ? undefined : toJs(document);
    const kind = value?.kind;
    const metadata = fieldsOf(value?.metadata);
    const { name, namespace = 'default' } = metadata;
    return typeof kind === 'string' && typeof name === 'string'
      ? [
          {
            kind: kind.toLowerCase(),
            ref: `${kind}:${namespace}/${name}`.toLowerCase(),
            metadata,
            spec: fieldsOf(value?.spec),
          },
        ]
      : [];
  });
}

function toJs(document: { toJS(): unknown }): Record<string, unknown> {
  try {
    return fieldsOf(document.toJS());
  } catch {
    // Too many aliases.
    return {};
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** Kinds of entities that have handovers, in the order in which one is preferred. */
const KINDS = ['component', 'system'];

/** The entity that a handover beside these is about. None if it could be several. */
export function mainEntity(
  entities: readonly DescribedEntity[],
): DescribedEntity | undefined {
  const [found, another] =
    KINDS.map(kind => entities.filter(entity => entity.kind === kind)).find(
      ofKind => ofKind.length > 0,
    ) ?? [];
  return another ? undefined : found;
}

import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';
import type { DescribedEntity } from '../io/readCatalogInfo';

/** An entity as scopes see it, as far as its own file tells. */
export function toScopedEntity(
  { kind, ref, metadata, spec }: DescribedEntity,
  options: { tier?: number; others: ReadonlyMap<string, DescribedEntity> },
): ScopedEntity {
  const namespace = refParts(ref).namespace;
  const refOf = (value: unknown, defaultKind: string) =>
    typeof value === 'string' && value
      ? fullRef(value, { kind: defaultKind, namespace })
      : undefined;
  const system = refOf(spec.system, 'system');
  const owner = refOf(spec.owner, 'group');
  const ofSystem = system ? options.others.get(system)?.spec.domain : undefined;
  return {
    entityRef: ref,
    kind,
    type: word(spec.type),
    lifecycle: word(spec.lifecycle),
    system,
    domain: refOf(spec.domain ?? ofSystem, 'domain'),
    owners: owner ? [owner] : [],
    tier: options.tier,
    tags: Array.isArray(metadata.tags)
      ? metadata.tags.flatMap(tag => word(tag) ?? [])
      : [],
    labels: Object.fromEntries(
      Object.entries(metadata.labels ?? {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  };
}

/** `[kind:][namespace/]name` in full and in lower case. */
export function fullRef(
  text: string,
  defaults: { kind: string; namespace: string },
): string {
  const {
    kind = defaults.kind,
    namespace = defaults.namespace,
    name,
  } = refParts(text);
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

function refParts(text: string): {
  kind?: string;
  namespace: string;
  name: string;
} {
  const { kind, namespace, name } =
    /^(?:(?<kind>[^:/]+):)?(?:(?<namespace>[^:/]+)\/)?(?<name>.*)$/.exec(text)!
      .groups!;
  return { kind, namespace, name };
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value.toLowerCase() : undefined;
}

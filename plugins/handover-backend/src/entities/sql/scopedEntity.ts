import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';
import type { Knex } from 'knex';

/** One row of {@link selectScopedEntity}: the entity, or one of its values. */
export type ScopedEntityRow = {
  part: string;
  kind: string | null;
  type: string | null;
  lifecycle: string | null;
  system: string | null;
  domain: string | null;
  tier: number | null;
  name: string | null;
  value: string | null;
};

/**
 * Selects what scopes compare, in one statement. Every group above an owner is
 * an owner too. There is no row if the entity is not known.
 */
export function selectScopedEntity(db: Knex, entityRef: string): Knex.Raw {
  return db.raw(
    `with recursive owners(ref) as (
       select owner from entity_owners where entity_ref = ?
       union
       select p.parent_ref from entity_parents p
         join owners o on o.ref = p.entity_ref
     )
     select 'entity' as part, e.kind, e.type, e.lifecycle, e.system,
         case when e.domain = '' then s.domain else e.domain end as domain,
         e.tier, null as name, null as value
       from entities e left join entities s on s.entity_ref = e.system
       where e.entity_ref = ?
     union all
     select 'owner', null, null, null, null, null, null, ref, null from owners
     union all
     select 'tag', null, null, null, null, null, null, tag, null
       from entity_tags where entity_ref = ?
     union all
     select 'label', null, null, null, null, null, null, name, value
       from entity_labels where entity_ref = ?`,
    [entityRef, entityRef, entityRef, entityRef],
  );
}

/** The entity that rows are about, if it is known. Other parts are left out. */
export function toScopedEntity(
  entityRef: string,
  rows: readonly ScopedEntityRow[],
): ScopedEntity | undefined {
  const entity = rows.find(({ part }) => part === 'entity');
  if (!entity) {
    return undefined;
  }
  const namesOf = (part: string) =>
    rows.flatMap(row => (row.part === part ? row.name ?? [] : []));
  return {
    entityRef,
    kind: entity.kind ?? '',
    type: entity.type || undefined,
    lifecycle: entity.lifecycle || undefined,
    system: entity.system || undefined,
    domain: entity.domain || undefined,
    owners: namesOf('owner'),
    tier: entity.tier || undefined,
    tags: namesOf('tag'),
    labels: Object.fromEntries(
      rows.flatMap(({ part, name, value }) =>
        part === 'label' && name !== null ? [[name, value ?? '']] : [],
      ),
    ),
  };
}

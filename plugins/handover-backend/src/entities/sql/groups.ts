import type { Knex } from 'knex';
import { selectValues } from './lists';

// `union` drops what a query has already found, so groups that contain each
// other end it instead of keeping it going.

/**
 * Selects the entities that one of the claims owns: directly, or because a group
 * above one of them does.
 */
export function selectOwnedBy(db: Knex, claims: readonly string[]): Knex.Raw {
  return db.raw(
    `with recursive claimed(ref) as (
       ?
       union
       select p.parent_ref from entity_parents p
         join claimed c on c.ref = p.entity_ref
     )
     select o.entity_ref from entity_owners o
       join claimed c on c.ref = o.owner`,
    [selectValues(db, claims)],
  );
}

/** Selects groups and every group below them, as `ref`. */
export function selectSubtree(
  db: Knex,
  groupRefs: readonly string[],
): Knex.Raw {
  return db.raw(
    `with recursive subtree(ref) as (
       ?
       union
       select p.entity_ref from entity_parents p
         join subtree s on s.ref = p.parent_ref
     )
     select ref from subtree`,
    [selectValues(db, groupRefs)],
  );
}

/**
 * Selects who counts as an owner of which entity, as `entity_ref` and `ref`: its
 * owners, and every group below one of them.
 */
export function selectOwnershipClaims(
  db: Knex,
  entityRefs: readonly string[],
): Knex.Raw {
  return db.raw(
    `with recursive claims(entity_ref, ref) as (
       select o.entity_ref, o.owner from entity_owners o
         where o.entity_ref in (?)
       union
       select c.entity_ref, p.entity_ref from entity_parents p
         join claims c on c.ref = p.parent_ref
     )
     select entity_ref, ref from claims`,
    [selectValues(db, entityRefs)],
  );
}

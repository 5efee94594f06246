import type { DocumentFilters } from '@backstage-handover/plugin-handover-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** What services are in: they are owned by it, or part of it. */
export type RollUpKind = 'group' | 'system' | 'domain';

const KINDS: readonly string[] = [
  'group',
  'system',
  'domain',
] satisfies RollUpKind[];

/** Whether services can be in an entity. */
export function hasRollUp({ kind }: Entity): boolean {
  return KINDS.includes(kind.toLocaleLowerCase('en-US'));
}

/** The filters of the services in an entity; a group with all groups below it. */
export function scopeOf(entity: Entity): {
  kind: RollUpKind;
  filters: DocumentFilters;
} {
  const ref = stringifyEntityRef(entity);
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'system':
      return { kind: 'system', filters: { system: [ref] } };
    case 'domain':
      return { kind: 'domain', filters: { domain: [ref] } };
    default:
      return { kind: 'group', filters: { owner: [ref], ownerTree: true } };
  }
}

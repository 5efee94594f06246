import type {
  EntityScope,
  EntityScopeFields,
} from '@backstage-handover/plugin-handover-common/entities';

/** Fields that don't come from the catalog: the entity's reference, its handover. */
const OTHER_FIELDS: (keyof EntityScope)[] = ['kind', 'tier', 'except'];

/** Whether a scope compares anything that only the mirror of the catalog knows. */
export function needsCatalog(scope: EntityScope): boolean {
  return [scope, ...(scope.except ?? [])].some((fields: EntityScopeFields) =>
    Object.entries(fields).some(
      ([field, wanted]) =>
        wanted !== undefined &&
        !OTHER_FIELDS.includes(field as keyof EntityScope),
    ),
  );
}

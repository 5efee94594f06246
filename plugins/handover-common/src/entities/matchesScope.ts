import type { EntityScope, EntityScopeFields } from './scope';
import type { ScopedEntity } from './types';

/**
 * Whether an entity is in a scope. The backend has the same condition as SQL.
 *
 * @alpha
 */
export function matchesScope(
  entity: ScopedEntity,
  { except = [], ...fields }: EntityScope,
): boolean {
  return (
    matchesFields(entity, fields) &&
    !except.some(each => matchesFields(entity, each))
  );
}

/** AND between fields, OR between the values of one. Labels are a field each. */
function matchesFields(
  entity: ScopedEntity,
  scope: EntityScopeFields,
): boolean {
  const labels = Object.entries(scope.labels ?? {});
  return (
    hasOne(scope.kind, [entity.kind]) &&
    hasOne(scope.type, [entity.type]) &&
    hasOne(scope.lifecycle, [entity.lifecycle]) &&
    hasOne(scope.system, [entity.system]) &&
    hasOne(scope.domain, [entity.domain]) &&
    hasOne(scope.owner, entity.owners) &&
    (scope.tier === undefined ||
      (entity.tier !== undefined && scope.tier.includes(entity.tier))) &&
    hasOne(scope.tags, entity.tags) &&
    labels.every(
      ([name, values]) =>
        Object.hasOwn(entity.labels, name) &&
        values.includes(entity.labels[name]),
    )
  );
}

function hasOne(
  wanted: readonly string[] | undefined,
  values: readonly (string | undefined)[],
): boolean {
  return (
    wanted === undefined ||
    values.some(
      value =>
        value !== undefined &&
        wanted.includes(value.toLocaleLowerCase('en-US')),
    )
  );
}

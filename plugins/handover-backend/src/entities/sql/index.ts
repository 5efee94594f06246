// SQL for the stores of other domains whose tables are about entities. It joins
// `entities`, whose columns are documented in the migration that makes it.
export { applyEntityFilter } from './applyEntityFilter';
export { selectSubtree } from './groups';
export { isOneOf, isOneOfFew, isPostgres, selectPairs } from './lists';
export { restrictEntities } from './restrictEntities';
export { replaceDocumented } from './replaceDocumented';
export {
  type ScopedEntityRow,
  selectScopedEntity,
  toScopedEntity,
} from './scopedEntity';
export { selectScope } from './selectScope';
export { dayColumn, toDay } from './dayColumn';

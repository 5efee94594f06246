export { BucketSums } from './buckets';
export { DatabaseEntityStore } from './DatabaseEntityStore';
export type { BucketSum, CatalogEntity, EntityStore } from './EntityStore';

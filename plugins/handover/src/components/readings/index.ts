export { combineFreshness } from './combineFreshness';
export { Freshness, type FreshnessProps } from './Freshness';
export { ReadingsProvider, useQueryClient } from './ReadingsProvider';
export { Unread } from './Unread';
export {
  type Reading,
  type ReadingFreshness,
  type ReadingOptions,
  useReading,
} from './useReading';

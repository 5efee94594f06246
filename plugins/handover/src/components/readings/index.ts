export { combineFreshness } from './combineFreshness';
export { Freshness, type FreshnessProps } from './Freshness';
export { ReadingsProvider, useQueryClient } from './ReadingsProvider';
export { Unread } from './Unread';
export { useWrite, type Write } from './useWrite';
export {
  type Reading,
  type ReadingFreshness,
  type ReadingOptions,
  useReading,
} from './useReading';

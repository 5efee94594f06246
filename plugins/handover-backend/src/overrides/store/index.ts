export { DatabaseOverrideStore } from './DatabaseOverrideStore';
export type { OverrideQuery, OverrideStore } from './OverrideStore';

export { DatabaseOverrideStore } from './DatabaseOverrideStore';
export type {
  NewOverride,
  OverrideQuery,
  OverrideStore,
} from './OverrideStore';

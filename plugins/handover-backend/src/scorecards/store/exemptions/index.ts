export { DatabaseExemptionStore } from './DatabaseExemptionStore';
export type {
  ExemptionInForce,
  ExemptionStore,
  NewExemption,
} from './ExemptionStore';

import type {
  EvaluatedTrigger,
  MetricsSourceState,
  TriggerWatch,
} from './types';

/**
 * The rollback triggers of an entity that have a query, in the order of the
 * handover, and the state of the sources that their values come from.
 *
 * @public
 */
export type RollbackTriggers = {
  items: EvaluatedTrigger[];
  sources: MetricsSourceState[];
  /** The last production deployment, while triggers are watched after it. */
  watch?: TriggerWatch;
  /** Whether the last production deployment could not be read. */
  watchUnknown?: boolean;
};

import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import type { NewDomainEvent } from '../../events';
import type { GateFactReader } from '../GateFactReader';

/** A decision that somebody asked to have recorded. */
export type DecisionRecord = {
  decision: Pick<GateDecision, 'environment' | 'change' | 'verdict'>;
  recordedAt: Date;
  /** Says the same to others, and names the entity. */
  event: NewDomainEvent;
};

/** Remembers which decisions were recorded. */
export interface DecisionStore extends GateFactReader {
  /** Counts the decision and appends its event, or does neither. */
  record(record: DecisionRecord): Promise<void>;

  /**
   * Forgets what no fact looks back to any more.
   *
   * @returns how many rows were removed
   */
  removeOutdated(now: Date): Promise<number>;
}

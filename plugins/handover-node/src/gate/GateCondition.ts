import type {
  Artifact,
  ChangeKind,
} from '@backstage-handover/plugin-handover-common';
import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import type { GateSubject } from './GateSubject';

/**
 * What is asked of a condition.
 *
 * @public
 */
export type ConditionRequest = GateSubject & {
  /** The environment's own name, never an alias. */
  environment: string;
  change: ChangeKind;
  /** The instant to answer for, RFC 3339. It can lie ahead. */
  at: string;
  /** What is to be deployed, if the caller said so. */
  artifact?: Artifact;
};

/**
 * Something besides windows that must hold before an entity may be changed, such
 * as no open incident.
 *
 * The gate isolates every condition. One that throws, takes longer than
 * `handover.gate.timeout` or answers something invalid is `unknown`, and so is
 * the verdict unless something else closes the gate. The message of an error is
 * logged and never shown.
 *
 * @public
 */
export interface GateCondition {
  /** Lower case words with dashes, for example `no-open-incident`. */
  readonly id: string;
  /** For people: `No open incident`. */
  readonly title: string;
  /**
   * The kinds of change that must pass; all but `rollback` unless set, because
   * going back must be possible in trouble.
   */
  readonly changes?: ChangeKind[];

  /**
   * Evaluates the condition. It is asked for every environment; where it is not
   * required, it passes.
   */
  evaluate(request: ConditionRequest): Promise<ConditionResult>;
}

import type {
  Artifact,
  ChangeKind,
} from '@backstage-handover/plugin-handover-common';
import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import type { GateSubject } from './GateSubject';

/**
 * A request to a condition.
 *
 * @public
 */
export type ConditionRequest = GateSubject & {
  /** The environment's primary name, never an alias. */
  environment: string;
  change: ChangeKind;
  /** The time to evaluate, RFC 3339. It can be in the future. */
  at: string;
  /** The artifact to deploy, if the caller named it. */
  artifact?: Artifact;
};

/**
 * Something besides windows that must be true before an entity can be changed,
 * such as no open incident.
 *
 * The gate isolates every condition. One that throws, takes longer than
 * `handover.gate.timeout` or returns something invalid is `unknown`, and so is
 * the verdict unless something else closes the gate. The message of an error is
 * logged and never shown.
 *
 * @public
 */
export interface GateCondition {
  /** Lowercase words with dashes, for example `no-open-incident`. */
  readonly id: string;
  /** Display name, for example `No open incident`. */
  readonly title: string;
  /**
   * The kinds of change that it applies to. The default is all except
   * `rollback`, so that rollbacks stay possible.
   */
  readonly changes?: ChangeKind[];

  /**
   * Whether it applies to an environment, by the environment's primary name.
   * The default is every environment. Decisions about other environments don't
   * mention it.
   */
  appliesTo?(environment: string): boolean;

  /** Evaluates the condition for each environment that it applies to. */
  evaluate(request: ConditionRequest): Promise<ConditionResult>;
}

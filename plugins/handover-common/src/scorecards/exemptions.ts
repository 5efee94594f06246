import type { Page } from '../page';

/**
 * Where an exemption is in its life. `requested` and `approved` are open;
 * `expired` ones ended by themselves.
 *
 * @alpha
 */
export const EXEMPTION_STATES = [
  'requested',
  'approved',
  'denied',
  'withdrawn',
  'revoked',
  'expired',
] as const;

/**
 * Where an exemption is in its life. Only an `approved` one is in force.
 *
 * @public
 */
export type ExemptionState = (typeof EXEMPTION_STATES)[number];

/**
 * Who decided about an exemption or ended it.
 *
 * @public
 */
export type ExemptionStep = {
  /** The user. */
  by: string;
  /** RFC 3339. */
  at: string;
  /** Markdown. */
  note?: string;
};

/**
 * A recorded permission not to pass a check until a time.
 *
 * @public
 */
export type Exemption = {
  id: string;
  /** Full entity reference in lower case. */
  entityRef: string;
  /** Title and owner of the entity in the catalog. */
  entityTitle?: string;
  owner?: string;
  /** Name of the scorecard. */
  scorecard: string;
  /** Id of the check. */
  check: string;
  state: ExemptionState;
  /** Why the check need not pass. Markdown. */
  reason: string;
  /** Address of what supports the reason. */
  evidence?: string;
  /** The user. */
  requestedBy: string;
  /** RFC 3339. */
  requestedAt: string;
  /** When it ends, RFC 3339. */
  expiresAt: string;
  /** Absent until somebody approves or denies it. */
  decision?: ExemptionStep;
  /** Present if somebody withdrew or revoked it. */
  end?: ExemptionStep;
};

/**
 * One page of exemptions.
 *
 * @public
 */
export type ExemptionPage = Page<Exemption> & {
  /** How long after its request an exemption can end. */
  maxDurationSeconds: number;
};

/**
 * How much of its checks an owner is exempt from.
 *
 * @public
 */
export type ExemptionBudget = {
  /** Main owner of the entities; empty for entities without one. */
  owner: string;
  /** Checks whose outcome is `exempt`, over all entities and scorecards. */
  exempt: number;
  /** Checks that apply. */
  checks: number;
  /** Whether the share is above the budget. */
  exceeded: boolean;
};

/**
 * Owners with exempt checks, those that use most of their budget first.
 *
 * @public
 */
export type ExemptionBudgets = {
  /** The share of checks that an owner may be exempt from without a warning, 0 to 1. */
  budget: number;
  items: ExemptionBudget[];
  /** How many more owners there are. */
  omitted: number;
};

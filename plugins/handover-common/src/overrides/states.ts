/**
 * What was done with an override. Each change is recorded.
 *
 * @alpha
 */
export const OVERRIDE_STATUSES = [
  'requested',
  'approved',
  'denied',
  'withdrawn',
  'revoked',
] as const;

/**
 * What was done with an override.
 *
 * @public
 */
export type OverrideStatus = (typeof OVERRIDE_STATUSES)[number];

/**
 * Where an override is in its life.
 *
 * @alpha
 */
export const OVERRIDE_STATES = [
  'requested',
  'lapsed',
  'scheduled',
  'inForce',
  'ended',
  'denied',
  'withdrawn',
  'revoked',
] as const;

/**
 * Where an override is in its life. Only one that is `inForce` opens the gate.
 * An approved override is `scheduled`, `inForce` or `ended`. A request that
 * nobody decided about before its end has `lapsed`.
 *
 * @public
 */
export type OverrideState = (typeof OVERRIDE_STATES)[number];

/**
 * A change of an override.
 *
 * @public
 */
export type OverrideAction = 'approve' | 'deny' | 'withdraw' | 'revoke';

/**
 * The statuses that each action starts from, and the one that it leads to. No
 * action is possible once the override's time is over.
 *
 * @alpha
 */
export const OVERRIDE_TRANSITIONS: Record<
  OverrideAction,
  { from: readonly OverrideStatus[]; to: OverrideStatus }
> = {
  approve: { from: ['requested'], to: 'approved' },
  deny: { from: ['requested'], to: 'denied' },
  withdraw: { from: ['requested', 'approved'], to: 'withdrawn' },
  revoke: { from: ['approved'], to: 'revoked' },
};

/** An override's status and its time, `[from, until)`, in milliseconds. */
type TimedStatus = { status: OverrideStatus; from: number; until: number };

/**
 * Where an override is in its life at an instant, in milliseconds.
 *
 * @alpha
 */
export function overrideState(
  { status, from, until }: TimedStatus,
  at: number,
): OverrideState {
  switch (status) {
    case 'requested':
      return at < until ? 'requested' : 'lapsed';
    case 'approved':
      if (at >= until) {
        return 'ended';
      }
      return at < from ? 'scheduled' : 'inForce';
    default:
      return status;
  }
}

/**
 * What can still be done with an override in a state.
 *
 * @alpha
 */
export function overrideActions(state: OverrideState): OverrideAction[] {
  switch (state) {
    case 'requested':
      return ['approve', 'deny', 'withdraw'];
    case 'scheduled':
    case 'inForce':
      return ['revoke', 'withdraw'];
    default:
      return [];
  }
}

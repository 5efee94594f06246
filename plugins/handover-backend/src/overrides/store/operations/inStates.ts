import type { OverrideState } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';

type Condition = (builder: Knex.QueryBuilder) => void;

/** Restricts `overrides as o` to states, which change with time alone. */
export function inStates(
  states: readonly OverrideState[],
  now: Date,
): Condition {
  return either => {
    either.whereRaw('1 = 0');
    states.forEach(state => either.orWhere(inState(state, now)));
  };
}

/** The same as `overrideState` says. */
function inState(state: OverrideState, now: Date): Condition {
  switch (state) {
    case 'requested':
    case 'lapsed':
      return both =>
        both
          .where('o.status', 'requested')
          .where('o.until_at', state === 'lapsed' ? '<=' : '>', now);
    case 'ended':
      return both =>
        both.where('o.status', 'approved').where('o.until_at', '<=', now);
    case 'scheduled':
    case 'inForce':
      return all =>
        all
          .where('o.status', 'approved')
          .where('o.until_at', '>', now)
          .where('o.from_at', state === 'scheduled' ? '>' : '<=', now);
    default:
      return only => only.where('o.status', state);
  }
}

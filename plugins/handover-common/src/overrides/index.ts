/**
 * Overrides of a closed gate: their states, and what can be done in each.
 *
 * @packageDocumentation
 */

export {
  OVERRIDE_STATES,
  OVERRIDE_STATUSES,
  OVERRIDE_TRANSITIONS,
  overrideActions,
  overrideState,
} from './states';
export type { OverrideAction, OverrideState, OverrideStatus } from './states';

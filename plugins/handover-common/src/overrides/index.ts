/**
 * Overrides of a closed gate: their states, and what can be done in each.
 *
 * @packageDocumentation
 */

export { artifactText } from '../artifacts/artifactText';
export {
  OVERRIDE_STATES,
  OVERRIDE_STATUSES,
  OVERRIDE_TRANSITIONS,
  overrideActions,
  overrideState,
} from './states';
export type { OverrideAction, OverrideState, OverrideStatus } from './states';

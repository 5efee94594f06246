import type { GateOverride } from '@backstage-handover/plugin-handover-common/gate';
import type { GateSubject } from './GateSubject';

/**
 * A request to an override source.
 *
 * @public
 */
export type OverrideRequest = GateSubject & {
  /** RFC 3339. Overrides that end before this time are not needed. */
  at: string;
};

/**
 * Returns recorded permissions to pass a closed gate.
 *
 * The gate isolates every source. While one throws, takes longer than
 * `handover.gate.timeout` or returns something invalid, none of its overrides
 * is in force, and the decision says so. The message of an error is logged and
 * never shown.
 *
 * @public
 */
export interface OverrideSource {
  /** Lowercase words with dashes, for example `break-glass`. */
  readonly id: string;
  /** Display name, for example `Break-glass requests`. */
  readonly title: string;

  /**
   * Returns the approved overrides of the entity in all environments, in force or
   * upcoming; at most 100.
   */
  getOverrides(request: OverrideRequest): Promise<GateOverride[]>;
}

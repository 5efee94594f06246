import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { CalendarSource } from './CalendarSource';
import type { GateCondition } from './GateCondition';
import type { OverrideSource } from './OverrideSource';

/**
 * Modules use this to add calendars, conditions and overrides to the gate.
 *
 * @public
 */
export interface GateExtensionPoint {
  /**
   * Adds a source of calendars.
   *
   * @throws Error if the id is not valid or another calendar source uses it
   */
  addCalendarSource(source: CalendarSource): void;
  /**
   * Adds a condition.
   *
   * @throws Error if the id is not valid or another condition uses it
   */
  addCondition(condition: GateCondition): void;
  /**
   * Adds a source of overrides.
   *
   * @throws Error if the id is not valid or another override source uses it
   */
  addOverrideSource(source: OverrideSource): void;
}

/**
 * {@inheritdoc GateExtensionPoint}
 *
 * @public
 */
export const gateExtensionPoint = createExtensionPoint<GateExtensionPoint>({
  id: 'handover.gate',
});

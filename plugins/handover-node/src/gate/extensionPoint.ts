import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { CalendarSource } from './CalendarSource';
import type { GateCondition } from './GateCondition';
import type { OverrideSource } from './OverrideSource';

/**
 * Where modules add what the gate decides from.
 *
 * @public
 */
export interface GateExtensionPoint {
  /**
   * Adds a source of calendars.
   *
   * @throws Error if the id is not valid, or used by another calendar source.
   */
  addCalendarSource(source: CalendarSource): void;
  /**
   * Adds a condition.
   *
   * @throws Error if the id is not valid, or used by another condition.
   */
  addCondition(condition: GateCondition): void;
  /**
   * Adds a source of overrides.
   *
   * @throws Error if the id is not valid, or used by another override source.
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

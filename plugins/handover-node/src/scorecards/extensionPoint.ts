import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { FactSource } from './FactSource';

/**
 * Lets modules add facts that scorecards decide from.
 *
 * @public
 */
export interface ScorecardsExtensionPoint {
  /**
   * Adds a source of facts. The backend doesn't start if a fact is not named
   * `namespace.name`, or its namespace belongs to another source.
   */
  addFactSource(source: FactSource): void;
}

/**
 * The extension point for scorecards.
 *
 * @public
 */
export const scorecardsExtensionPoint =
  createExtensionPoint<ScorecardsExtensionPoint>({
    id: 'handover.scorecards',
  });

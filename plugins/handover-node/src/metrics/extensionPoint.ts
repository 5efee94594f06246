import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { MetricsSource } from './MetricsSource';

/**
 * Modules use this to add systems in which the queries of rollback triggers are
 * run.
 *
 * @public
 */
export interface MetricsSourcesExtensionPoint {
  /**
   * Adds a source.
   *
   * @throws Error if there is already a source with this id
   */
  addSource(source: MetricsSource): void;
}

/**
 * {@inheritDoc MetricsSourcesExtensionPoint}
 *
 * @public
 */
export const metricsSourcesExtensionPoint =
  createExtensionPoint<MetricsSourcesExtensionPoint>({
    id: 'handover.metricsSources',
  });

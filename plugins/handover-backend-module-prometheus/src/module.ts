import { metricsSourcesExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readPrometheusConfig } from './config';
import { PrometheusSource } from './PrometheusSource';

/**
 * Runs the queries of rollback triggers in Prometheus.
 *
 * @public
 */
export const handoverModulePrometheus = createBackendModule({
  pluginId: 'handover',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        metrics: metricsSourcesExtensionPoint,
      },
      async init({ config, logger, metrics }) {
        const { missing } = readPrometheusConfig(config);
        if (missing) {
          logger.warn(missing);
        }
        for (const source of PrometheusSource.fromConfig(config)) {
          metrics.addSource(source);
        }
      },
    });
  },
});

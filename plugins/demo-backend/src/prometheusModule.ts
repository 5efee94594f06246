import { PrometheusSource } from '@backstage-handover/plugin-handover-backend-module-prometheus';
import { metricsSourcesExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { DEMO_SERVICES } from './world/services/names';

/**
 * Adds the simulated Prometheus, unless the configuration has one: that would also
 * be asked about the services of the demonstration.
 *
 * @public
 */
export const handoverModuleDemoPrometheus = createBackendModule({
  pluginId: 'handover',
  moduleId: 'demo-prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        metrics: metricsSourcesExtensionPoint,
      },
      async init({ config, discovery, metrics }) {
        if (
          !config.getOptionalBoolean('demo.enabled') ||
          PrometheusSource.fromConfig(config).length > 0
        ) {
          return;
        }
        const instance = {
          name: 'demonstration',
          url: `${await discovery.getBaseUrl('demo')}/prometheus`,
          externalUrl: 'https://prometheus.example.com',
        };
        const [prometheus] = PrometheusSource.fromConfig(
          new ConfigReader({
            handover: { prometheus: { instances: [instance] } },
          }),
        );
        metrics.addSource({
          id: 'demo-prometheus',
          title: 'Prometheus (demonstration)',
          // Services that users create aren't monitored.
          appliesTo: entity =>
            DEMO_SERVICES.has(entity.metadata.name) &&
            prometheus.appliesTo(entity),
          queryUrl: query => prometheus.queryUrl(query),
          queryRange: options => prometheus.queryRange(options),
        });
      },
    });
  },
});

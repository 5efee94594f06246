import { AlertmanagerProvider } from '@backstage-handover/plugin-handover-backend-module-alertmanager';
import { alertProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { DEMO_SERVICES } from './world/services/names';

/**
 * Adds the simulated Alertmanager to those of the configuration.
 *
 * @public
 */
export const handoverModuleDemoAlertmanager = createBackendModule({
  pluginId: 'handover',
  moduleId: 'demo-alertmanager',
  register(env) {
    env.registerInit({
      deps: {
        alerts: alertProvidersExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ alerts, config, discovery }) {
        if (!config.getOptionalBoolean('demo.enabled')) {
          return;
        }
        const instance = {
          name: 'demonstration',
          url: `${await discovery.getBaseUrl('demo')}/alertmanager`,
          externalUrl: 'https://alertmanager.example.com',
          environmentLabel: 'environment',
        };
        const [alertmanager] = AlertmanagerProvider.fromConfig(
          new ConfigReader({
            handover: { alertmanager: { instances: [instance] } },
          }),
        );
        alerts.addProvider({
          id: 'demo-alertmanager',
          title: 'Alertmanager (demonstration)',
          // Services that users create aren't monitored.
          appliesTo: entity =>
            DEMO_SERVICES.has(entity.metadata.name) &&
            alertmanager.appliesTo(entity),
          fetch: options => alertmanager.fetch(options),
        });
      },
    });
  },
});

import { alertProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { AlertmanagerProvider } from './AlertmanagerProvider';
import { readAlertmanagerConfig } from './config';

/**
 * Reads firing alerts from Prometheus Alertmanager.
 *
 * @public
 */
export const handoverModuleAlertmanager = createBackendModule({
  pluginId: 'handover',
  moduleId: 'alertmanager',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        alerts: alertProvidersExtensionPoint,
      },
      async init({ config, logger, alerts }) {
        const { missing } = readAlertmanagerConfig(config);
        if (missing) {
          logger.warn(missing);
        }
        for (const provider of AlertmanagerProvider.fromConfig(config)) {
          alerts.addProvider(provider);
        }
      },
    });
  },
});

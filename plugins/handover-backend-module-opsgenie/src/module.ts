import { onCallProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readOpsgenieConfig } from './config';
import { OpsgenieProvider } from './OpsgenieProvider';

/**
 * Reads who is on call from Opsgenie.
 *
 * @public
 */
export const handoverModuleOpsgenie = createBackendModule({
  pluginId: 'handover',
  moduleId: 'opsgenie',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        onCallProviders: onCallProvidersExtensionPoint,
      },
      async init({ config, logger, onCallProviders }) {
        const opsgenie = readOpsgenieConfig(config);
        if (!opsgenie) {
          logger.info(
            "Opsgenie is not configured: set 'handover.opsgenie.apiKey' to show who is on call",
          );
          return;
        }
        onCallProviders.addProvider(OpsgenieProvider.create(opsgenie));
      },
    });
  },
});

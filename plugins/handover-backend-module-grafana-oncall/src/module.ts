import { onCallProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readGrafanaOnCallConfig } from './config';
import { GrafanaOnCallProvider } from './GrafanaOnCallProvider';

/**
 * Reads who is on call from Grafana OnCall.
 *
 * @public
 */
export const handoverModuleGrafanaOnCall = createBackendModule({
  pluginId: 'handover',
  moduleId: 'grafana-oncall',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        onCallProviders: onCallProvidersExtensionPoint,
      },
      async init({ config, logger, onCallProviders }) {
        const onCall = readGrafanaOnCallConfig(config);
        if (!onCall) {
          logger.info(
            "Grafana OnCall is not configured: set 'handover.grafanaOnCall.apiUrl' and 'handover.grafanaOnCall.apiToken' to show who is on call",
          );
          return;
        }
        onCallProviders.addProvider(GrafanaOnCallProvider.create(onCall));
      },
    });
  },
});

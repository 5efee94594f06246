import { onCallProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { PagerDutyProvider } from './PagerDutyProvider';

/**
 * Reads who is on call from PagerDuty.
 *
 * @public
 */
export const handoverModulePagerDuty = createBackendModule({
  pluginId: 'handover',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        onCallProviders: onCallProvidersExtensionPoint,
      },
      async init({ config, logger, onCallProviders }) {
        const pagerDuty = PagerDutyProvider.fromConfig(config);
        if (!pagerDuty) {
          logger.info(
            "PagerDuty is not configured: set 'handover.pagerDuty.apiToken' to show who is on call",
          );
          return;
        }
        onCallProviders.addProvider(pagerDuty);
      },
    });
  },
});

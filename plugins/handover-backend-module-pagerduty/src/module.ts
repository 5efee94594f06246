import {
  alertProvidersExtensionPoint,
  onCallProvidersExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { PagerDutyAlertProvider } from './PagerDutyAlertProvider';
import { PagerDutyProvider } from './PagerDutyProvider';

/**
 * Reads who is on call and open incidents from PagerDuty.
 *
 * @public
 */
export const handoverModulePagerDuty = createBackendModule({
  pluginId: 'handover',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        alertProviders: alertProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        onCallProviders: onCallProvidersExtensionPoint,
      },
      async init({ alertProviders, config, logger, onCallProviders }) {
        const pagerDuty = PagerDutyProvider.fromConfig(config);
        if (!pagerDuty) {
          logger.info(
            "PagerDuty is not configured: set 'handover.pagerDuty.apiToken' to show who is on call and open incidents",
          );
          return;
        }
        onCallProviders.addProvider(pagerDuty);
        const incidents = PagerDutyAlertProvider.fromConfig(config);
        if (incidents) {
          alertProviders.addProvider(incidents);
        }
      },
    });
  },
});

import {
  PagerDutyAlertProvider,
  PagerDutyProvider,
} from '@backstage-handover/plugin-handover-backend-module-pagerduty';
import {
  type AlertProvider,
  alertProvidersExtensionPoint,
  onCallProvidersExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { POLICY_OF_SERVICE } from './pagerduty/schedule';

/**
 * Has the handover backend read the demonstration's PagerDuty as it reads any,
 * beside that of the configuration, and send pages to it.
 *
 * @public
 */
export const handoverModuleDemoPagerDuty = createBackendModule({
  pluginId: 'handover',
  moduleId: 'demo-pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        alerts: alertProvidersExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        onCall: onCallProvidersExtensionPoint,
      },
      async init({ alerts, config, discovery, onCall }) {
        if (!config.getOptionalBoolean('demo.enabled')) {
          return;
        }
        const demo = new ConfigReader({
          handover: {
            pagerDuty: {
              apiToken: 'demonstration',
              apiBaseUrl: `${await discovery.getBaseUrl('demo')}/pagerduty`,
              paging: {
                enabled: true,
                apiToken: 'demonstration',
                from: 'backstage@example.com',
              },
            },
          },
        });
        const pagerDuty = PagerDutyProvider.fromConfig(demo)!;
        const incidents = PagerDutyAlertProvider.fromConfig(demo)!;
        // Those of the configuration know the other services.
        const appliesTo: AlertProvider['appliesTo'] = ({ metadata }) =>
          POLICY_OF_SERVICE.has(
            metadata.annotations?.['pagerduty.com/service-id'] ?? '',
          );
        const shown = {
          id: 'demo-pagerduty',
          title: 'PagerDuty (demonstration)',
          appliesTo,
        };
        alerts.addProvider({
          ...shown,
          fetch: options => incidents.fetch(options),
        });
        onCall.addProvider({
          ...shown,
          fetch: options => pagerDuty.fetch(options),
          page: options => pagerDuty.page(options),
        });
      },
    });
  },
});

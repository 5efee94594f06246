import { PagerDutyProvider } from '@backstage-handover/plugin-handover-backend-module-pagerduty';
import { onCallProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
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
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        onCall: onCallProvidersExtensionPoint,
      },
      async init({ config, discovery, onCall }) {
        if (!config.getOptionalBoolean('demo.enabled')) {
          return;
        }
        const pagerDuty = PagerDutyProvider.fromConfig(
          new ConfigReader({
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
          }),
        )!;
        onCall.addProvider({
          id: 'demo-pagerduty',
          title: 'PagerDuty (demonstration)',
          // Those of the configuration know the other services.
          appliesTo: ({ metadata }) =>
            POLICY_OF_SERVICE.has(
              metadata.annotations?.['pagerduty.com/service-id'] ?? '',
            ),
          fetch: options => pagerDuty.fetch(options),
          page: options => pagerDuty.page(options),
        });
      },
    });
  },
});

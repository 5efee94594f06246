import { handoverServiceRef } from '@backstage-handover/plugin-handover-node';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CONFIG_KEY, checkConfig } from './config';
import { createHandoverFactRetriever } from './createHandoverFactRetriever';
import { RETRIEVER_ID } from './facts/schema';

/**
 * Offers the facts of handovers, and their levels on scorecards, to Tech
 * Insights.
 *
 * @public
 */
export const techInsightsModuleHandover = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'handover',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        handover: handoverServiceRef,
        logger: coreServices.logger,
        retrievers: techInsightsFactRetrieversExtensionPoint,
      },
      async init({ auth, config, handover, logger, retrievers }) {
        checkConfig(config);
        if (!config.has(CONFIG_KEY)) {
          logger.warn(
            `Facts of handovers are not retrieved, because '${CONFIG_KEY}' is not configured`,
          );
        }
        // Tech Insights schedules what is configured under the same name.
        retrievers.addFactRetrievers({
          [RETRIEVER_ID]: createHandoverFactRetriever({ auth, handover }),
        });
      },
    });
  },
});

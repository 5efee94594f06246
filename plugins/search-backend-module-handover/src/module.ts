import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { handoverServiceRef } from '@backstage-handover/plugin-handover-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readCollatorConfig } from './collators/config';
import { HandoverCollatorFactory } from './collators/HandoverCollatorFactory';
import { restrictResponses } from './visibility/restrictResponses';
import { VisibleResults } from './visibility/VisibleResults';

/**
 * Adds the sections of all handovers to the search index, and removes results
 * of entities that the catalog hides from the caller.
 *
 * @public
 */
export const searchModuleHandover = createBackendModule({
  pluginId: 'search',
  moduleId: 'handover-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        handover: handoverServiceRef,
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        indexRegistry: searchIndexRegistryExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        http,
        httpAuth,
        logger,
        ...services
      }) {
        const { handover, indexRegistry, scheduler } = services;
        // Modules start before the plugin, so this comes before its routes.
        http.use(
          restrictResponses({
            httpAuth,
            logger,
            results: VisibleResults.create({ catalog, logger }),
          }),
        );
        const { schedule, ...options } = readCollatorConfig(config);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: HandoverCollatorFactory.create({
            ...options,
            auth,
            handover,
          }),
        });
      },
    });
  },
});

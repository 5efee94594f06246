import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { handoverServiceRef } from '@backstage-handover/plugin-handover-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorConfig } from './collators/config';
import { HandoverCollatorFactory } from './collators/HandoverCollatorFactory';

/**
 * Puts the sections of all handovers into the search index.
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
        config: coreServices.rootConfig,
        handover: handoverServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, handover, indexRegistry, scheduler }) {
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

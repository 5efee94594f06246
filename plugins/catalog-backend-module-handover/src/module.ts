import { handoverServiceRef } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readSchedule } from './config';
import { HandoverStatuses } from './HandoverStatuses';
import { HandoverStatusProcessor } from './HandoverStatusProcessor';

/**
 * Adds the status of handovers to catalog entities.
 *
 * @public
 */
export const catalogModuleHandover = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'handover-status',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        handover: handoverServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, handover, logger, scheduler }) {
        const statuses = HandoverStatuses.create({
          handover,
          auth,
          logger,
        });
        catalog.addProcessor(HandoverStatusProcessor.create({ statuses }));

        await scheduler.scheduleTask({
          ...readSchedule(config),
          id: 'handover-statuses',
          // Every replica processes entities, and remembers for itself.
          scope: 'local',
          fn: signal => statuses.refresh(signal),
        });
      },
    });
  },
});

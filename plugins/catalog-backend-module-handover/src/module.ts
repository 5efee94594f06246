import { handoverServiceRef } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readSchedule } from './config';
import { HandoverAnnotations } from './HandoverAnnotations';
import { HandoverAnnotationsProcessor } from './HandoverAnnotationsProcessor';

/**
 * Adds the status of handovers and their levels on scorecards to catalog
 * entities.
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
        const annotations = HandoverAnnotations.create({
          handover,
          auth,
          logger,
        });
        catalog.addProcessor(
          HandoverAnnotationsProcessor.create({ annotations }),
        );

        await scheduler.scheduleTask({
          ...readSchedule(config),
          id: 'handover-annotations',
          // Every replica processes entities, and remembers for itself.
          scope: 'local',
          fn: signal => annotations.refresh(signal),
        });
      },
    });
  },
});

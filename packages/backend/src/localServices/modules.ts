import { withoutStacks } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAddFileLocalAction } from './addFileLocal';
import { readLocalServicesFolder, readSeed } from './config';
import { createFetchLocalAction } from './fetchLocal';
import { LocalServicesProvider } from './LocalServicesProvider';
import { createPublishLocalAction } from './publishLocal';
import { seedServices } from './seedServices';

/** Has the catalog watch the folder of local services. */
export const catalogModuleLocalServices = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'local-services',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, scheduler }) {
        const folder = readLocalServicesFolder(config);
        if (folder) {
          await seedServices({ folder, logger, seed: readSeed(config) });
          catalog.addEntityProvider(
            LocalServicesProvider.create({
              folder,
              logger,
              // A look at the names in one folder: somebody waits for it.
              taskRunner: scheduler.createScheduledTaskRunner({
                frequency: { seconds: 2 },
                timeout: { seconds: 30 },
                scope: 'local',
              }),
            }),
          );
        }
      },
    });
  },
});

/** Lets templates publish to the folder of local services. */
export const scaffolderModuleLocalServices = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'local-services',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ actions, catalog, config }) {
        const folder = readLocalServicesFolder(config);
        if (folder) {
          actions.addActions(
            withoutStacks(createFetchLocalAction({ folder })),
            withoutStacks(createPublishLocalAction({ folder, catalog })),
            withoutStacks(createAddFileLocalAction({ folder })),
          );
        }
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createHandoverCreateAction } from './actions/create';
import { createHandoverDraftAction } from './actions/draft';
import { createHandoverValidateAction } from './actions/validate';
import { readLinkSchemes } from './config';

/** Gives the scaffolder the actions that write, draft and check handovers. */
export const scaffolderModuleHandover = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'handover',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ actions, catalog, config }) {
        const linkSchemes = readLinkSchemes(config);
        actions.addActions(
          createHandoverCreateAction({ linkSchemes }),
          createHandoverDraftAction({ catalog, linkSchemes }),
          createHandoverValidateAction({ linkSchemes }),
        );
      },
    });
  },
});

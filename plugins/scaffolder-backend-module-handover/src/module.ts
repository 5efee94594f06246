import {
  BackendCalls,
  withoutStacks,
} from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { createHandoverAssertNewAction } from './actions/assertNew';
import { createHandoverCreateAction } from './actions/create';
import { createHandoverDraftAction } from './actions/draft';
import { createHandoverFindRepositoryAction } from './actions/findRepository';
import { createHandoverValidateAction } from './actions/validate';
import { readEnvironments, readLinkSchemes } from './config';
import { handoverEnvironments, handoverTriggers } from './templating/filters';
import { today } from './templating/globals';

/** How long the catalog may take to answer. */
const CATALOG_TIMEOUT_MS = 20_000;

/**
 * Adds actions, filters and functions for handovers to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleHandover = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'handover',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init({
        actions,
        auth,
        config,
        discovery,
        lifecycle,
        templating,
        ...services
      }) {
        const calls = BackendCalls.create({
          title: 'The catalog',
          timeoutMs: CATALOG_TIMEOUT_MS,
        });
        const catalog: Pick<CatalogService, 'getEntityByRef'> = {
          getEntityByRef: (...args) =>
            calls.run(() => services.catalog.getEntityByRef(...args)),
        };
        const checks = {
          linkSchemes: readLinkSchemes(config),
          environments: readEnvironments(config),
        };
        templating.addTemplateFilters([handoverEnvironments, handoverTriggers]);
        templating.addTemplateGlobals([today]);
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          withoutStacks(createHandoverAssertNewAction({ catalog })),
          withoutStacks(createHandoverCreateAction(checks)),
          withoutStacks(
            createHandoverDraftAction({
              auth,
              catalog,
              discovery,
              lifecycle,
              ...checks,
            }),
          ),
          withoutStacks(
            createHandoverFindRepositoryAction({ catalog, integrations }),
          ),
          withoutStacks(createHandoverValidateAction(checks)),
        );
      },
    });
  },
});

import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { GithubActionsProvider } from './GithubActionsProvider';

/**
 * Reads runs and deployments from GitHub Actions on GitHub and GitHub
 * Enterprise, with the credentials of Backstage's GitHub integrations.
 *
 * @public
 */
export const handoverModuleGithubActions = createBackendModule({
  pluginId: 'handover',
  moduleId: 'github-actions',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        pipelines: pipelineProvidersExtensionPoint,
      },
      async init({ config, pipelines }) {
        pipelines.addProvider(GithubActionsProvider.fromConfig(config));
      },
    });
  },
});

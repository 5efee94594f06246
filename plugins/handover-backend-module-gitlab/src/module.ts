import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { GitLabProvider } from './GitLabProvider';

/**
 * Reads runs and deployments from GitLab CI/CD.
 *
 * @public
 */
export const handoverModuleGitLab = createBackendModule({
  pluginId: 'handover',
  moduleId: 'gitlab',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        pipelines: pipelineProvidersExtensionPoint,
      },
      async init({ config, pipelines }) {
        pipelines.addProvider(GitLabProvider.fromConfig(config));
      },
    });
  },
});

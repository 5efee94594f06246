import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ArgoCdProvider } from './ArgoCdProvider';
import { describeProblems, readArgoCdConfig } from './config';

/**
 * Reads runs and deployments from Argo CD.
 *
 * @public
 */
export const handoverModuleArgoCd = createBackendModule({
  pluginId: 'handover',
  moduleId: 'argocd',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        pipelines: pipelineProvidersExtensionPoint,
      },
      async init({ config, logger, pipelines }) {
        for (const problem of describeProblems(readArgoCdConfig(config))) {
          logger.warn(problem);
        }
        pipelines.addProvider(ArgoCdProvider.fromConfig(config));
      },
    });
  },
});

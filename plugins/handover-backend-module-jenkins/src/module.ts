import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { JenkinsProvider } from './JenkinsProvider';

/**
 * Reads runs and deployments from Jenkins.
 *
 * @public
 */
export const handoverModuleJenkins = createBackendModule({
  pluginId: 'handover',
  moduleId: 'jenkins',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        pipelines: pipelineProvidersExtensionPoint,
      },
      async init({ config, logger, pipelines }) {
        const provider = JenkinsProvider.fromConfig(config);
        if (provider.missingConfiguration) {
          logger.warn(provider.missingConfiguration);
        }
        pipelines.addProvider(provider);
      },
    });
  },
});

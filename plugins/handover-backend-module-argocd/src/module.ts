import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ArgoCdProvider } from './ArgoCdProvider';

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
        pipelines: pipelineProvidersExtensionPoint,
      },
      async init({ config, pipelines }) {
        pipelines.addProvider(ArgoCdProvider.fromConfig(config));
      },
    });
  },
});

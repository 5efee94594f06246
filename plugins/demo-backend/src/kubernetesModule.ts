import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  type ClusterDetails,
  kubernetesClusterSupplierExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import { CLUSTERS } from './world/worldOf';

/**
 * Makes the demonstration's clusters known to Backstage's Kubernetes plugin,
 * beside those of the configuration.
 *
 * @public
 */
export const kubernetesModuleDemo = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'demo-clusters',
  register(env) {
    env.registerInit({
      deps: {
        clusters: kubernetesClusterSupplierExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ clusters, config, discovery }) {
        if (!config.getOptionalBoolean('demo.enabled')) {
          return;
        }
        const baseUrl = await discovery.getBaseUrl('demo');
        const ours = CLUSTERS.map(
          (name): ClusterDetails => ({
            name,
            title: `${name} (demonstration)`,
            url: `${baseUrl}/kubernetes/${name}`,
            authMetadata: {
              'kubernetes.io/auth-provider': 'serviceAccount',
              serviceAccountToken: 'demonstration',
            },
          }),
        );
        clusters.addClusterSupplier(async ({ getDefault }) => {
          const configured = await getDefault();
          return {
            getClusters: async options => [
              ...ours,
              ...(await configured.getClusters(options)),
            ],
          };
        });
      },
    });
  },
});

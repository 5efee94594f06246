/** The Kubernetes plugin's configuration, without clusters of its own. */
export const kubernetesConfig = {
  serviceLocatorMethod: { type: 'multiTenant' },
  clusterLocatorMethods: [],
  customResources: [
    { group: 'apps', apiVersion: 'v1', plural: 'controllerrevisions' },
  ],
};

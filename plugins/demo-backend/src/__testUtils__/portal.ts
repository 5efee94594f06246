// A portal of its own process with the demonstration and the Kubernetes plugin,
// which loads an ES module that the test runner cannot. Prints its port, and
// ends with its standard input.
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import demoPlugin, { kubernetesModuleDemo } from '..';
import { kubernetesConfig } from './kubernetesConfig';

const entities = ['order-processing', 'fulfilment-dispatch'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations: { 'backstage.io/kubernetes-id': name } },
}));

async function main() {
  const backend = await startTestBackend({
    features: [
      demoPlugin,
      kubernetesModuleDemo,
      kubernetesPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          demo: { enabled: true },
          kubernetes: kubernetesConfig,
        },
      }),
    ],
  });
  process.stdout.write(`listening on ${backend.server.port()}\n`);
  process.stdin.resume().once('end', () => {
    backend.stop().then(() => process.exit(0));
  });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

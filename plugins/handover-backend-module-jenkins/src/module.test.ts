import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import handoverModuleJenkins from '.';

it.each([
  ['reads the Jenkins of the configuration', 'https://ci.example.com', true],
  ['applies to nothing without one', undefined, false],
])('%s', async (_what, baseUrl, applies) => {
  const addProvider = jest.fn();
  const backend = await startTestBackend({
    extensionPoints: [[pipelineProvidersExtensionPoint, { addProvider }]],
    features: [
      handoverModuleJenkins,
      mockServices.rootConfig.factory({
        data: { ...(baseUrl && { jenkins: { baseUrl } }) },
      }),
    ],
  });
  const [[provider]] = addProvider.mock.calls;
  expect(provider).toMatchObject({ id: 'jenkins', title: 'Jenkins' });
  expect(
    provider.appliesTo({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'orders',
        annotations: { 'jenkins.io/job-full-name': 'shop/orders' },
      },
    }),
  ).toBe(applies);
  await backend.stop();
});

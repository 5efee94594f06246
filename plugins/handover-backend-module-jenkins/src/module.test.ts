import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import handoverModuleJenkins from '.';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'jenkins.io/job-full-name': 'shop/orders' },
  },
};

async function startWith(data: JsonObject) {
  const addProvider = jest.fn();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    extensionPoints: [[pipelineProvidersExtensionPoint, { addProvider }]],
    features: [
      handoverModuleJenkins,
      logger.factory,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
  const [[provider]] = addProvider.mock.calls;
  return { provider, logger };
}

describe('handoverModuleJenkins', () => {
  it('reads the Jenkins of the configuration', async () => {
    const { provider, logger } = await startWith({
      jenkins: { baseUrl: 'https://ci.example.com' },
    });
    expect(provider).toMatchObject({ id: 'jenkins', title: 'Jenkins' });
    expect(provider.missingConfiguration).toBeUndefined();
    expect(provider.appliesTo(orders)).toBe(true);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says once which key is missing, and does not stop the backend', async () => {
    const message = expect.stringMatching(
      /^Jenkins is not configured: set 'jenkins\.baseUrl'/,
    );
    const { provider, logger } = await startWith({});
    expect(provider).toMatchObject({ missingConfiguration: message });
    expect(provider.appliesTo(orders)).toBe(true);
    expect(logger.warn.mock.calls).toEqual([[message]]);
  });

  it('is silent if an empty list says that there is no Jenkins', async () => {
    const { provider, logger } = await startWith({
      jenkins: { instances: [] },
    });
    expect(provider.appliesTo(orders)).toBe(false);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});

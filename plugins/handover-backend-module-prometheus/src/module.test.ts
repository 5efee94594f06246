import { metricsSourcesExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import prometheus from '.';

const url = 'https://prometheus.example.com';

async function startWith(config: JsonObject) {
  const addSource = jest.fn();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    extensionPoints: [[metricsSourcesExtensionPoint, { addSource }]],
    features: [
      prometheus,
      logger.factory,
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  await backend.stop();
  return {
    ids: addSource.mock.calls.map(([{ id }]) => id),
    warnings: logger.warn.mock.calls.map(([text]) => text),
  };
}

const instances = (...list: JsonObject[]) => ({
  handover: { prometheus: { instances: list } },
});

describe('handoverModulePrometheus', () => {
  it('adds a source for each Prometheus', async () => {
    await expect(
      startWith(instances({ name: 'eu', url }, { name: 'us', url })),
    ).resolves.toEqual({
      ids: ['prometheus:eu', 'prometheus:us'],
      warnings: [],
    });
  });

  it('says once that it is not configured, and adds nothing', async () => {
    await expect(startWith({})).resolves.toEqual({
      ids: [],
      warnings: [expect.stringMatching(/^Prometheus is not configured/)],
    });
  });

  it('is silent if an empty list says that there is no Prometheus', async () => {
    await expect(startWith(instances())).resolves.toEqual({
      ids: [],
      warnings: [],
    });
  });
});

import { alertProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import alertmanager from '.';

const url = 'https://alertmanager.example.com';

async function startWith(config: JsonObject) {
  const addProvider = jest.fn();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    extensionPoints: [[alertProvidersExtensionPoint, { addProvider }]],
    features: [
      alertmanager,
      logger.factory,
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  await backend.stop();
  return {
    ids: addProvider.mock.calls.map(([{ id }]) => id),
    warnings: logger.warn.mock.calls.map(([text]) => text),
  };
}

const instances = (...list: JsonObject[]) => ({
  handover: { alertmanager: { instances: list } },
});

describe('handoverModuleAlertmanager', () => {
  it('adds a provider for each Alertmanager', async () => {
    await expect(
      startWith(instances({ name: 'eu', url }, { name: 'us', url })),
    ).resolves.toEqual({
      ids: ['alertmanager:eu', 'alertmanager:us'],
      warnings: [],
    });
  });

  it('says once that it is not configured, and adds nothing', async () => {
    await expect(startWith({})).resolves.toEqual({
      ids: [],
      warnings: [expect.stringMatching(/^Alertmanager is not configured/)],
    });
  });

  it('is silent if an empty list says that there is no Alertmanager', async () => {
    await expect(startWith(instances())).resolves.toEqual({
      ids: [],
      warnings: [],
    });
  });
});

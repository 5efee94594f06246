import { onCallProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import handoverModuleOpsgenie from '.';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'opsgenie.com/team': 'shop' },
  },
};

async function startWith(opsgenie?: JsonObject) {
  const addProvider = jest.fn();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    extensionPoints: [[onCallProvidersExtensionPoint, { addProvider }]],
    features: [
      handoverModuleOpsgenie,
      logger.factory,
      mockServices.rootConfig.factory({
        data: opsgenie ? { handover: { opsgenie } } : {},
      }),
    ],
  });
  await backend.stop();
  return {
    providers: addProvider.mock.calls.map(([provider]) => provider),
    infos: logger.info.mock.calls.map(([text]) => text),
  };
}

describe('handoverModuleOpsgenie', () => {
  it('adds its provider if there is an API key', async () => {
    const { providers } = await startWith({ apiKey: 'key' });
    expect(providers).toMatchObject([{ id: 'opsgenie', title: 'Opsgenie' }]);
    expect(providers[0].appliesTo(orders)).toBe(true);
  });

  it('adds nothing without an API key, and says which configuration is missing', async () => {
    const { providers, infos } = await startWith();
    expect(providers).toEqual([]);
    expect(infos).toContain(
      "Opsgenie is not configured: set 'handover.opsgenie.apiKey' to show who is on call",
    );
  });

  it.each([
    [{ apiKey: 'hid\nden' }, /API key at 'handover\.opsgenie\.apiKey'/],
    [
      { apiKey: 'hidden', apiBaseUrl: 'ftp://a' },
      /URL of Opsgenie at 'handover\.opsgenie\.apiBaseUrl'.*http/,
    ],
    [
      { apiKey: 'key', apiBaseUrl: 'https://u:hidden@a' },
      /must have no credentials/,
    ],
    [
      { apiKey: 'key', paging: { enabled: true } },
      /'handover\.opsgenie\.paging\.apiKey'/,
    ],
    [
      { apiKey: 'key', paging: { enabled: true, apiKey: 'hid\nden' } },
      /API key at 'handover\.opsgenie\.paging\.apiKey'/,
    ],
  ])('refuses %j', async (opsgenie, message) => {
    const error = await startWith(opsgenie).catch((reason: Error) => reason);
    expect(String((error as Error).message)).toMatch(message);
    expect(String(error)).not.toMatch(/hid/);
  });
});

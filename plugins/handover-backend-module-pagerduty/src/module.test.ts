import {
  alertProvidersExtensionPoint,
  onCallProvidersExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import handoverModulePagerDuty from '.';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'pagerduty.com/service-id': 'PIJ90N7' },
  },
};

async function startWith(pagerDuty?: JsonObject) {
  const addProvider = jest.fn();
  const addAlerts = jest.fn();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    extensionPoints: [
      [alertProvidersExtensionPoint, { addProvider: addAlerts }],
      [onCallProvidersExtensionPoint, { addProvider }],
    ],
    features: [
      handoverModulePagerDuty,
      logger.factory,
      mockServices.rootConfig.factory({
        data: pagerDuty ? { handover: { pagerDuty } } : {},
      }),
    ],
  });
  await backend.stop();
  return {
    providers: addProvider.mock.calls.map(([provider]) => provider),
    alerts: addAlerts.mock.calls.map(([provider]) => provider),
    infos: logger.info.mock.calls.map(([text]) => text),
  };
}

describe('handoverModulePagerDuty', () => {
  it('adds its providers if there is a token', async () => {
    const { alerts, providers } = await startWith({ apiToken: 'token' });
    expect(providers).toMatchObject([{ id: 'pagerduty', title: 'PagerDuty' }]);
    expect(providers[0].appliesTo(orders)).toBe(true);
    expect(alerts).toMatchObject([{ id: 'pagerduty', title: 'PagerDuty' }]);
    expect(alerts[0].appliesTo(orders)).toBe(true);
  });

  it('adds only who is on call if incidents are not to be read', async () => {
    const { alerts, providers } = await startWith({
      apiToken: 'token',
      alerts: { enabled: false },
    });
    expect(providers).toHaveLength(1);
    expect(alerts).toEqual([]);
  });

  it('adds nothing without a token, and says which key is missing', async () => {
    const { alerts, providers, infos } = await startWith();
    expect([...alerts, ...providers]).toEqual([]);
    expect(infos).toContain(
      "PagerDuty is not configured: set 'handover.pagerDuty.apiToken' to show who is on call and open incidents",
    );
  });

  it.each([
    [{ apiToken: 'hid\nden' }, /token at 'handover\.pagerDuty\.apiToken'/],
    [
      { apiToken: 'hidden', apiBaseUrl: 'ftp://a' },
      /URL of PagerDuty at 'handover\.pagerDuty\.apiBaseUrl'.*http/,
    ],
    [
      { apiToken: 'token', apiBaseUrl: 'https://u:hidden@a' },
      /must have no credentials/,
    ],
    [
      { apiToken: 'token', paging: { enabled: true, from: 'a@b' } },
      /'handover\.pagerDuty\.paging\.apiToken'/,
    ],
    [
      { apiToken: 'token', paging: { enabled: true, apiToken: 'hidden' } },
      /'handover\.pagerDuty\.paging\.from'/,
    ],
    [
      {
        apiToken: 'token',
        paging: { enabled: true, apiToken: 'hid\nden', from: 'a@b' },
      },
      /token at 'handover\.pagerDuty\.paging\.apiToken'/,
    ],
  ])('refuses %j', async (pagerDuty, message) => {
    const error = await startWith(pagerDuty).catch((reason: Error) => reason);
    expect(String((error as Error).message)).toMatch(message);
    expect(String(error)).not.toMatch(/hid/);
  });
});

import { onCallProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import handoverModuleGrafanaOnCall from '.';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'handover.dev/grafana-oncall-schedule': 'SBM7DV7BKFUYU' },
  },
};

const apiUrl = 'https://oncall.example.com';

async function startWith(grafanaOnCall?: JsonObject) {
  const addProvider = jest.fn();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    extensionPoints: [[onCallProvidersExtensionPoint, { addProvider }]],
    features: [
      handoverModuleGrafanaOnCall,
      logger.factory,
      mockServices.rootConfig.factory({
        data: grafanaOnCall ? { handover: { grafanaOnCall } } : {},
      }),
    ],
  });
  await backend.stop();
  return {
    providers: addProvider.mock.calls.map(([provider]) => provider),
    infos: logger.info.mock.calls.map(([text]) => text),
  };
}

describe('handoverModuleGrafanaOnCall', () => {
  it('adds its provider if there is a URL with a token', async () => {
    const { providers } = await startWith({ apiUrl, apiToken: 'token' });
    expect(providers).toMatchObject([
      { id: 'grafana-oncall', title: 'Grafana OnCall' },
    ]);
    expect(providers[0].appliesTo(orders)).toBe(true);
  });

  it('adds nothing without configuration, and says which is missing', async () => {
    const { providers, infos } = await startWith();
    expect(providers).toEqual([]);
    expect(infos).toContain(
      "Grafana OnCall is not configured: set 'handover.grafanaOnCall.apiUrl' and 'handover.grafanaOnCall.apiToken' to show who is on call",
    );
  });

  it.each([
    [{ apiUrl }, /handover\.grafanaOnCall\.apiToken/],
    [{ apiToken: 'hidden' }, /handover\.grafanaOnCall\.apiUrl/],
    [
      { apiUrl, apiToken: 'hid\nden' },
      /token at 'handover\.grafanaOnCall\.apiToken'/,
    ],
    [
      { apiUrl: 'ftp://a', apiToken: 'hidden' },
      /URL of Grafana OnCall at 'handover\.grafanaOnCall\.apiUrl'.*http/,
    ],
    [
      { apiUrl: 'https://u:hidden@a', apiToken: 'token' },
      /must have no credentials/,
    ],
    [
      { paging: { enabled: true } },
      /'handover\.grafanaOnCall\.paging\.integrations'/,
    ],
    [
      {
        paging: {
          enabled: true,
          integrations: [{ escalationChain: 'hid-', url: 'https://a' }],
        },
      },
      /'escalationChain' at 'handover\.grafanaOnCall\.paging\.integrations'/,
    ],
    [
      {
        paging: {
          enabled: true,
          integrations: [
            { escalationChain: 'F1', url: 'https://a/hidden' },
            { escalationChain: 'F1', url: 'https://a/hidden2' },
          ],
        },
      },
      /Two entries .* have the escalation chain 'F1'/,
    ],
    [
      {
        paging: {
          enabled: true,
          integrations: [{ escalationChain: 'F1', url: 'ftp://a/hidden' }],
        },
      },
      /URL of the integration for 'F1'/,
    ],
  ])('refuses %j', async (grafanaOnCall, message) => {
    const error = await startWith(grafanaOnCall).catch(
      (reason: Error) => reason,
    );
    expect(String((error as Error).message)).toMatch(message);
    expect(String(error)).not.toMatch(/hid/);
  });
});

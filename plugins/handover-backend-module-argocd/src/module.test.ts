import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import argocd from '.';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations: { 'argocd/app-name': 'orders' } },
};

const withToken = {
  name: 'main',
  url: 'https://argocd.example.com',
  token: 'token',
};
const withoutToken = { name: 'shared', url: 'https://shared.example.com' };

const SAYS_TOKEN = expect.stringMatching(
  /^The Argo CD instance 'shared' has no token: add 'token' to its entry in 'argocd\.appLocatorMethods'/,
);

async function startWith(argocdConfig?: JsonObject) {
  const addProvider = jest.fn();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    extensionPoints: [[pipelineProvidersExtensionPoint, { addProvider }]],
    features: [
      argocd,
      logger.factory,
      mockServices.rootConfig.factory({
        data: argocdConfig ? { argocd: argocdConfig } : {},
      }),
    ],
  });
  await backend.stop();
  const [[provider]] = addProvider.mock.calls;
  return { provider, warnings: logger.warn.mock.calls.map(([text]) => text) };
}

const instances = (...list: JsonObject[]) => ({
  appLocatorMethods: [{ type: 'config', instances: list }],
});

describe('handoverModuleArgoCd', () => {
  it('adds its provider', async () => {
    const { provider, warnings } = await startWith(instances(withToken));
    expect(provider).toMatchObject({ id: 'argocd', title: 'Argo CD' });
    expect(provider.missingConfiguration).toBeUndefined();
    expect(provider.appliesTo(orders)).toBe(true);
    expect(warnings).toEqual([]);
  });

  it('reads the other instances when one uses the shared username and password', async () => {
    const { provider, warnings } = await startWith({
      username: 'portal',
      password: 'hidden',
      ...instances(withToken, withoutToken),
    });
    expect(provider.missingConfiguration).toBeUndefined();
    expect(warnings).toEqual([SAYS_TOKEN]);
    expect(warnings.join()).not.toContain('hidden');
  });

  it.each([
    ['no configuration', undefined, /^Argo CD is not configured: add an entry/],
    [
      'other locator methods only',
      { appLocatorMethods: [{ type: 'custom' }] },
      /^Argo CD is not configured: add an entry/,
    ],
    [
      'no instance with a token',
      instances(withoutToken),
      /'shared' has no token/,
    ],
  ])('says once what is missing with %s', async (_what, config, message) => {
    const { provider, warnings } = await startWith(config);
    expect(provider.missingConfiguration).toMatch(message);
    expect(provider.appliesTo(orders)).toBe(true);
    expect(warnings).toEqual([provider.missingConfiguration]);
  });

  it('is silent if an empty list says that there is no Argo CD', async () => {
    const { provider, warnings } = await startWith({ appLocatorMethods: [] });
    expect(provider.appliesTo(orders)).toBe(false);
    expect(warnings).toEqual([]);
  });
});

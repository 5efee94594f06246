import { pipelineProvidersExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import argocd from '.';

async function startWith(instance: JsonObject) {
  const addProvider = jest.fn();
  await startTestBackend({
    extensionPoints: [[pipelineProvidersExtensionPoint, { addProvider }]],
    features: [
      argocd,
      mockServices.rootConfig.factory({
        data: {
          argocd: {
            appLocatorMethods: [{ type: 'config', instances: [instance] }],
          },
        },
      }),
    ],
  });
  return addProvider;
}

describe('handoverModuleArgoCd', () => {
  it('adds its provider', async () => {
    const addProvider = await startWith({
      name: 'main',
      url: 'https://argocd.example.com',
      token: 'token',
    });
    expect(addProvider).toHaveBeenCalledTimes(1);
    expect(addProvider).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'argocd', title: 'Argo CD' }),
    );
  });

  it('does not start with a user name and a password', async () => {
    await expect(
      startWith({
        name: 'main',
        url: 'https://argocd.example.com',
        username: 'handover',
        password: 'hidden',
      }),
    ).rejects.toThrow(/Argo CD instance 'main' .* has no token/);
  });
});

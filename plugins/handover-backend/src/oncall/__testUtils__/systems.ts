import {
  type OnCallFetchOptions,
  type OnCallProvider,
  onCallProvidersExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import { createBackendModule } from '@backstage/backend-plugin-api';

/** An on-call system that says this, of the entity `orders` alone. */
export function systemThat(
  fetch: (options: OnCallFetchOptions) => unknown,
  identity = { id: 'pagerduty', title: 'PagerDuty' },
) {
  return {
    ...identity,
    appliesTo: ({ metadata }: { metadata: { name: string } }) =>
      metadata.name === 'orders',
    // What other people's modules return is not always what they promise.
    fetch: jest.fn(async (options: OnCallFetchOptions) =>
      fetch(options),
    ) as jest.Mock & OnCallProvider['fetch'],
  };
}

/** A module for each system. */
export function modulesOf(providers: OnCallProvider[]) {
  return providers.map((provider, index) =>
    createBackendModule({
      pluginId: 'handover',
      moduleId: `oncall-${index}`,
      register(env) {
        env.registerInit({
          deps: { onCallProviders: onCallProvidersExtensionPoint },
          async init({ onCallProviders }) {
            onCallProviders.addProvider(provider);
          },
        });
      },
    }),
  );
}

import type { WorkloadChange } from '@backstage-handover/plugin-handover-common/admission';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { mockCredentials } from '@backstage/backend-test-utils';
import { WorkloadMatcher } from './WorkloadMatcher';

type Options = Parameters<typeof WorkloadMatcher.create>[0];

const CHANGE: WorkloadChange = {
  change: 'deploy',
  kind: 'Deployment',
  name: 'orders',
  namespace: 'shop',
  labels: { 'backstage.io/kubernetes-id': 'orders' },
  images: [],
};

function match({
  entities = {},
  documents = {},
}: {
  entities?: Partial<Options['entities']>;
  documents?: Partial<Options['documents']>;
}) {
  return WorkloadMatcher.create({
    entities: {
      resolveKey: async () => [],
      findSelectors: async () => [],
      findEnvironments: async () => [],
      outdatedSince: async () => undefined,
      ...entities,
    },
    documents: {
      getEnvironments: async () => [],
      getDocument: async () => ({ status: 'missing' } as never),
      ...documents,
    },
    environments: Environments.builtIn(),
    clusters: ['eu-1'],
  }).match('eu-1', CHANGE, { credentials: mockCredentials.service() });
}

it('does not take a workload for one of nobody while the mirror is outdated', async () => {
  expect(await match({})).toMatchObject({
    problem: expect.stringContaining('belongs to no entity'),
  });
  await expect(
    match({ entities: { outdatedSince: async () => new Date(0) } }),
  ).rejects.toThrow('mirror of the catalog was last updated at 1970-01-01');
});

it.each(['invalid', 'unreachable'] as const)(
  'does not take an %s handover for one without environments',
  async status => {
    await expect(
      match({
        entities: { resolveKey: async () => ['component:default/orders'] },
        documents: { getDocument: async () => ({ status } as never) },
      }),
    ).rejects.toThrow(`The handover of component:default/orders is ${status}`);
  },
);

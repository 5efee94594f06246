import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import type { ObjectsByEntityResponse } from '@backstage/plugin-kubernetes-common';
import { screen, waitFor, within } from '@testing-library/react';
import { documentState, handoverApiWith } from '../__testUtils__/handoverApi';
import { renderTab } from '../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const component = (name: string, ...dependencies: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': name },
  },
  relations: dependencies.map(each => ({
    type: 'dependsOn',
    targetRef: `component:default/${each}`,
  })),
});

const handover: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  architecture: {
    dependencies: [
      { name: 'Mail provider', critical: false },
      {
        entityRef: 'component:default/payments',
        critical: true,
        whenDown: 'Orders wait for their payment.',
      },
    ],
  },
};

/** A cluster with one deployment, whose only pod is ready or never starts. */
function cluster(clusterName: string, app: string, ready: boolean) {
  const owner = (kind: string, name: string) => ({
    ownerReferences: [
      { kind, name, controller: true, apiVersion: 'apps/v1', uid: '1' },
    ],
  });
  const number = { 'deployment.kubernetes.io/revision': '1' };
  const metadata = { name: app, namespace: 'shop', annotations: number };
  const spec = { containers: [{ name: 'api', image: `${app}:1.0.0` }] };
  const available = ready ? 1 : 0;
  const state = ready
    ? { running: {} }
    : { waiting: { reason: 'CrashLoopBackOff' } };
  return {
    cluster: { name: clusterName },
    podMetrics: [],
    errors: [],
    resources: [
      {
        type: 'deployments',
        resources: [
          {
            metadata,
            spec: { replicas: 1, template: { spec } },
            status: {
              replicas: 1,
              updatedReplicas: 1,
              readyReplicas: available,
              availableReplicas: available,
            },
          },
        ],
      },
      {
        type: 'replicasets',
        resources: [
          {
            metadata: { ...metadata, ...owner('Deployment', app) },
            spec: { replicas: 1, template: { spec } },
          },
        ],
      },
      {
        type: 'pods',
        resources: [
          {
            metadata: {
              name: `${app}-1`,
              namespace: 'shop',
              ...owner('ReplicaSet', app),
            },
            spec,
            status: {
              phase: 'Running',
              conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
              containerStatuses: [
                { name: 'api', ready, restartCount: ready ? 0 : 7, state },
              ],
            },
          },
        ],
      },
    ],
  };
}

function show(
  options: { at?: string; documents?: Record<string, HandoverDocument> } = {},
) {
  const { at = '?view=incident', documents = {} } = options;
  const FAILING: Record<string, string> = {
    payments: 'production',
    catalogue: 'staging',
  };
  const clusters = ['production', 'staging'];
  renderTab({
    api: handoverApiWith(async ref =>
      documentState(documents[ref] ?? handover),
    ),
    entity: component('orders', 'payments', 'ledger', 'catalogue', 'hidden'),
    others: ['payments', 'ledger', 'catalogue'].map(name => component(name)),
    at,
    kubernetes: {
      getClusters: async () =>
        clusters.map(name => ({ name, authProvider: 'serviceAccount' })),
      getObjectsByEntity: async ({ entity: { metadata } }) =>
        ({
          items: clusters.map(name =>
            cluster(name, metadata.name, FAILING[metadata.name] !== name),
          ),
        } as unknown as ObjectsByEntityResponse),
      proxy: async () => new Response(JSON.stringify({ items: [] })),
    },
  });
}

async function findItem(name: string) {
  const list = await screen.findByRole('region', { name: 'Dependencies' });
  const link = await within(list).findByText(name);
  return link.closest('li')!;
}

it('says which dependency is failing and what that means, most critical first', async () => {
  show();
  const payments = await findItem('payments');
  await waitFor(() => {
    expect(payments).toHaveTextContent(/Critical.*failing in 1 environment/);
    expect(payments).toHaveTextContent(
      'production: payments is down (CrashLoopBackOff).If it is down:Orders wait for their payment.',
    );
  });
  const items = within(payments.parentElement!).getAllByRole('listitem');
  expect(items[0]).toBe(payments);
});

it('takes the environments of a dependency from its own handover', async () => {
  show({
    documents: {
      'component:default/catalogue': {
        ...handover,
        environments: { items: [{ name: 'production', cluster: 'staging' }] },
      },
    },
  });
  const catalogue = await findItem('catalogue');
  await waitFor(() =>
    expect(catalogue).toHaveTextContent('production: catalogue is down'),
  );
});

it('says of a dependency that is well only that', async () => {
  show();
  const ledger = await findItem('ledger');
  await waitFor(() =>
    expect(ledger).toHaveTextContent(/^ledger\s*nothing is failing$/),
  );
});

it('says of a failure outside production only that there is one', async () => {
  show();
  const catalogue = await findItem('catalogue');
  await waitFor(() =>
    expect(catalogue).toHaveTextContent(
      /^catalogue\s*failing in 1 environment$/,
    ),
  );
});

it.each(['hidden', 'Mail provider'])(
  'never takes %s for well, because nothing is known of it',
  async name => {
    show();
    const item = await findItem(name);
    await waitFor(() => expect(item).toHaveTextContent('state unknown'));
  },
);

it('asks the clusters for no more than eight', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `service-${index}`);
  renderTab({
    api: handoverApiWith(async () => documentState(handover)),
    entity: component('orders', ...names),
    at: '?view=incident',
  });
  const list = await screen.findByRole('region', { name: 'Dependencies' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(8);
  expect(list).toHaveTextContent('4 more dependencies are not checked.');
});

it('knows no state where the portal does not read Kubernetes', async () => {
  renderTab({
    api: handoverApiWith(async () => documentState(handover)),
    entity: component('orders', 'ledger'),
    others: [component('ledger')],
    at: '?view=incident',
  });
  const ledger = await findItem('ledger');
  await waitFor(() => expect(ledger).toHaveTextContent('state unknown'));
});

it('is not in the view of the document, which lists them in a section', async () => {
  show({ at: '' });
  await screen.findByRole('region', { name: 'At a glance' });
  expect(
    screen.queryByRole('region', { name: 'Dependencies' }),
  ).not.toBeInTheDocument();
});

import type {
  HandoverApi,
  HandoverDocument,
  Promotion,
  RollbackTriggers,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { act, screen, within } from '@testing-library/react';
import { ago, promotion, runs } from '../__testUtils__/delivery';
import { documentState, handoverApiWith } from '../__testUtils__/handoverApi';
import { renderTab } from '../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-id': 'orders',
      'backstage.io/source-location':
        'url:https://git.example.com/shop/orders/tree/main/',
    },
  },
};

const handover: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  environments: {
    items: ['staging', 'production'].map(name => ({
      name,
      cluster: name,
      namespace: 'orders',
    })),
  },
};

const spec = (tag: string) => ({
  containers: [{ name: 'api', image: `registry.example.com/orders:${tag}` }],
});

const ownedBy = (kind: string, name: string) => ({
  ownerReferences: [
    { kind, name, controller: true, apiVersion: 'apps/v1', uid: '1' },
  ],
});

const revision = (number: number) => ({
  annotations: { 'deployment.kubernetes.io/revision': `${number}` },
});

/** A cluster in which a release came after 2.32.1 and does not start. */
function failingCluster(name: string, release: string) {
  const meta = (object: string, more: object = {}) => ({
    name: object,
    namespace: 'orders',
    ...more,
  });
  const pod = (object: string, replicaSet: string, ready: boolean) => ({
    metadata: meta(object, ownedBy('ReplicaSet', replicaSet)),
    spec: spec(release),
    status: {
      phase: 'Running',
      conditions: [
        {
          type: 'Ready',
          status: ready ? 'True' : 'False',
          lastTransitionTime: ago(1.9),
        },
      ],
      containerStatuses: [
        {
          name: 'api',
          ready,
          restartCount: ready ? 0 : 7,
          state: ready
            ? { running: {} }
            : { waiting: { reason: 'CrashLoopBackOff' } },
        },
      ],
    },
  });
  return {
    cluster: { name },
    podMetrics: [],
    errors: [],
    resources: [
      {
        type: 'deployments',
        resources: [
          {
            metadata: meta('orders', revision(2)),
            spec: { replicas: 1, template: { spec: spec(release) } },
            status: { replicas: 2, updatedReplicas: 1, readyReplicas: 1 },
          },
        ],
      },
      {
        type: 'replicasets',
        resources: ['2.32.1', release].map((tag, index) => ({
          metadata: meta(`orders-${index + 1}`, {
            ...revision(index + 1),
            ...ownedBy('Deployment', 'orders'),
          }),
          spec: { template: { spec: spec(tag) } },
        })),
      },
      {
        type: 'pods',
        resources: [
          pod('orders-old', 'orders-1', true),
          pod('orders-new', 'orders-2', false),
        ],
      },
    ],
  };
}

function show(
  release: string,
  getPromotion: HandoverApi['delivery']['getPromotion'],
  {
    document = handover,
    triggers,
    of = entity,
    withKubernetes = true,
  }: {
    document?: HandoverDocument;
    triggers?: RollbackTriggers;
    of?: Entity;
    withKubernetes?: boolean;
  } = {},
) {
  const api = handoverApiWith(async () => documentState(document));
  renderTab({
    api: {
      ...api,
      ...(triggers && { triggers: { get: async () => triggers } }),
      delivery: { ...api.delivery, getPromotion, listRuns: async () => runs },
    },
    entity: of,
    at: '?view=incident',
    kubernetes: withKubernetes
      ? {
          getClusters: async () => [
            { name: 'production', authProvider: 'serviceAccount' },
          ],
          getObjectsByEntity: async () =>
            ({ items: [failingCluster('production', release)] } as never),
          proxy: async () => new Response(JSON.stringify({ items: [] })),
        }
      : undefined,
  });
}

/** The deployments to production, with their commits. */
const withCommits: Promotion = {
  ...promotion,
  environments: promotion.environments.map(step => ({
    ...step,
    ...(step.deployment && {
      deployment: { ...step.deployment, commit: '1'.repeat(40) },
    }),
    ...(step.attempt && {
      attempt: { ...step.attempt, commit: '2'.repeat(40) },
    }),
  })),
};

describe('an incident', () => {
  it('begins with what fails since when, and the change that it began with', async () => {
    show('2.33.0', async () => withCommits);
    const summary = await screen.findByRole('region', {
      name: 'What is wrong',
    });
    expect(summary).toHaveTextContent(
      /production: release 2.33.0 of orders has been failing to start since .* \(CrashLoopBackOff\); 2.32.1 is still serving/,
    );
    expect(
      await within(summary).findByText(/^Suspected change:/),
    ).toBeInTheDocument();
    expect(summary).toHaveTextContent(
      'Suspected change: 2.33.0, deployed 2 hours ago by ann; before it: 2.32.1.',
    );
    expect(
      within(summary).getByRole('link', { name: /Run 41/ }),
    ).toHaveAttribute('href', 'https://jenkins.example.com/job/orders/41/');
    expect(
      within(summary).getByRole('link', { name: /What changed since 2.32.1/ }),
    ).toHaveAttribute(
      'href',
      `https://git.example.com/shop/orders/compare/${'1'.repeat(
        40,
      )}...${'2'.repeat(40)}`,
    );
    const failing = await screen.findByRole('region', { name: 'Failing now' });
    expect(summary.compareDocumentPosition(failing)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('says that nobody recorded a deployment of the release that fails', async () => {
    show('2.34.0', async () => promotion);
    expect(
      await screen.findByText(
        /Suspected change:/, // The text goes on beside it.
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'What is wrong' }),
    ).toHaveTextContent(
      'Suspected change: unknown. No deployment of 2.34.0 is recorded. The last recorded deployment is 2.33.0, 2 hours ago.',
    );
  });

  it('says where something else runs than what was deployed', async () => {
    show('2.34.0', async () => promotion);
    expect(
      await screen.findByRole('list', { name: 'Running, but not as deployed' }),
    ).toHaveTextContent(
      'production: 2.34.0 is running, but the last recorded deployment is 2.33.0, 2 hours ago.',
    );
  });

  it('says nothing of deployments that agree with what runs', async () => {
    show('2.33.0', async () => promotion);
    await screen.findByText(/^Suspected change:/);
    expect(
      screen.queryByRole('list', { name: 'Running, but not as deployed' }),
    ).not.toBeInTheDocument();
  });

  it('says that the deployments could not be loaded', async () => {
    show('2.33.0', async () => {
      throw new Error('Bad Gateway');
    });
    expect(
      await screen.findByText(
        'unknown, because the deployments could not be loaded.',
        { exact: false },
      ),
    ).toBeInTheDocument();
  });
});

describe('the triggers of an incident', () => {
  const errors = {
    text: 'Requests fail',
    query: 'job:errors:ratio5m',
    above: 0.01,
  };
  const document = { ...handover, rollback: { triggers: [errors] } };
  const production = promotion.environments[1];
  const withoutDeployments = async (): Promise<Promotion> => ({
    ...promotion,
    environments: [],
  });
  const attempted = production.attempt!.at;

  async function findSummary(
    getPromotion: HandoverApi['delivery']['getPromotion'],
    { deployedAt = attempted, of = entity, withKubernetes = true } = {},
  ) {
    const triggers: RollbackTriggers = {
      items: [{ ...errors, state: 'met', value: 0.02 }],
      sources: [
        { id: 'main', title: 'Prometheus', status: 'ok', checkedAt: ago(0) },
      ],
      watch: {
        environment: 'prod',
        version: '2.33.0',
        deployedAt,
        until: ago(-1),
      },
    };
    show('2.33.0', getPromotion, { document, triggers, of, withKubernetes });
    const link = await screen.findByRole('link', { name: 'Triggers' });
    const summary = link.parentElement!;
    expect(summary).toHaveTextContent(
      '1 of 1 measured rollback triggers is met.',
    );
    return summary;
  }

  it('do not repeat the suspected change', async () => {
    const summary = await findSummary(async () => promotion);
    expect(await screen.findByText(/^Suspected change:/)).toBeInTheDocument();
    expect(summary).not.toHaveTextContent('2.33.0');
  });

  it.each<
    [
      string,
      HandoverApi['delivery']['getPromotion'],
      Parameters<typeof findSummary>[1],
    ]
  >([
    ['none is known', withoutDeployments, {}],
    [
      'the deployments could not be loaded',
      async () => {
        throw new Error('Bad Gateway');
      },
      {},
    ],
    ['it is another one', async () => promotion, { deployedAt: ago(1) }],
    [
      'the entity is not in Kubernetes',
      async () => promotion,
      { of: { ...entity, metadata: { name: 'orders' } } },
    ],
    [
      'the portal has no Kubernetes',
      async () => promotion,
      { withKubernetes: false },
    ],
  ])('name the deployment if %s', async (_why, getPromotion, options) => {
    const summary = await findSummary(getPromotion, options);
    if (!options?.of && options?.withKubernetes !== false) {
      await screen.findByRole('region', { name: 'What is wrong' });
    }
    await act(async () => {});
    expect(summary).toHaveTextContent(
      /Release 2.33.0 reached prod (1|2) hours? ago\./,
    );
  });
});

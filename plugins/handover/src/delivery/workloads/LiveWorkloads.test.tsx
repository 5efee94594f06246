import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  ClusterObjects,
  ObjectsByEntityResponse,
} from '@backstage/plugin-kubernetes-common';
import {
  type KubernetesApi,
  kubernetesApiRef,
  kubernetesAuthProvidersApiRef,
} from '@backstage/plugin-kubernetes-react';
import { screen, waitFor, within } from '@testing-library/react';
import {
  LiveEnvironments,
  LiveIncident,
  LiveObjects,
  LiveRollback,
  LiveWorkloads,
} from '.';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'orders' },
  },
};

const handover: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  environments: {
    items: [
      { name: 'qa', cluster: 'lab', namespace: 'orders-qa' },
      { name: 'staging', cluster: 'staging', namespace: 'orders' },
      {
        name: 'production',
        cluster: 'production',
        namespace: 'orders',
        promotedFrom: 'staging',
      },
    ],
  },
  rollback: {
    steps: [
      {
        do: 'Go back',
        command:
          'kubectl -n orders rollout undo deployment/orders --to-revision=1',
      },
    ],
  },
  failures: {
    items: [
      {
        symptom: 'Pods are crash-looping.',
        fix: 'Set the missing variable.',
        match: { reason: 'CrashLoopBackOff' },
      },
    ],
  },
};

const template = (tag: string) => ({
  spec: {
    containers: [{ name: 'api', image: `registry.example.com/orders:${tag}` }],
  },
});

const owner = (kind: string, name: string) => [
  { kind, name, controller: true, apiVersion: 'apps/v1', uid: '1' },
];

const meta = (name: string, more: object = {}) => ({
  name,
  namespace: 'orders',
  ...more,
});

const revision = (number: number) => ({
  'deployment.kubernetes.io/revision': `${number}`,
});

const crashing = (name: string) => ({
  metadata: meta(name, { ownerReferences: owner('ReplicaSet', 'orders-3') }),
  spec: template('3').spec,
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'api',
        restartCount: 7,
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: {
          terminated: { exitCode: 1, message: 'PAYMENTS_URL is not set' },
        },
      },
    ],
  },
});

const resource = (type: string, ...resources: object[]) => ({
  type,
  resources,
});

/** A cluster in which Deployment `orders` is at its third revision. */
function cluster(name: string, pods: object[]): ClusterObjects {
  return {
    cluster: { name },
    podMetrics: [],
    errors: [],
    resources: [
      resource('deployments', {
        metadata: meta('orders', { annotations: revision(3) }),
        spec: { replicas: 2, template: template('3') },
        status: {
          updatedReplicas: 2,
          replicas: 2,
          readyReplicas: 2 - pods.length,
        },
      }),
      resource(
        'replicasets',
        ...[2, 3].map(number => ({
          metadata: meta(`orders-${number}`, {
            annotations: revision(number),
            ownerReferences: owner('Deployment', 'orders'),
          }),
          spec: { template: template(`${number}`) },
        })),
      ),
      resource('pods', ...pods),
      resource('horizontalpodautoscalers', {
        metadata: meta('orders'),
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'orders' },
          minReplicas: 2,
          maxReplicas: 2,
        },
        status: { currentReplicas: 2, desiredReplicas: 2 },
      }),
    ] as ClusterObjects['resources'],
  };
}

const refused = (name: string, statusCode: number): ClusterObjects => ({
  cluster: { name },
  podMetrics: [],
  resources: [],
  errors: ['pods', 'deployments'].map(plural => ({
    errorType: statusCode === 401 ? 'UNAUTHORIZED_ERROR' : 'UNKNOWN_ERROR',
    statusCode,
    resourcePath: `/api/v1/${plural}`,
  })),
});

function show(
  answer: () => Promise<ObjectsByEntityResponse>,
  options: { entity?: Entity; proxy?: KubernetesApi['proxy'] } = {},
) {
  const kubernetes = {
    getClusters: async () =>
      ['staging', 'production'].map(name => ({
        name,
        title: `The ${name} cluster`,
        authProvider: 'serviceAccount',
      })),
    getObjectsByEntity: answer,
    proxy:
      options.proxy ??
      (async () => new Response(JSON.stringify({ items: [] }))),
  };
  return renderInTestApp(
    <LiveWorkloads entity={options.entity ?? entity}>
      <LiveIncident document={handover} />
      <section aria-label="all">
        <LiveEnvironments document={handover} />
      </section>
      <section aria-label="rollback">
        <LiveRollback document={handover} />
      </section>
      <section aria-label="danger">
        <LiveObjects text="Never touch `hpa/orders`, deploy/gone or Secret/orders." />
      </section>
    </LiveWorkloads>,
    {
      apis: [
        [kubernetesApiRef, kubernetes as unknown as KubernetesApi],
        [
          kubernetesAuthProvidersApiRef,
          {
            decorateRequestBodyForAuth: async (_, body) => body,
            getCredentials: async () => ({}),
          },
        ],
      ],
    },
  );
}

const region = (name: string) => screen.findByRole('region', { name });

describe('what runs', () => {
  it('is shown by environment, what fails with its documented fix', async () => {
    show(async () => ({
      items: [
        cluster('staging', []),
        cluster('production', [crashing('orders-a'), crashing('orders-b')]),
      ],
    }));
    const all = within(await region('all'));
    expect(
      await all.findByText('The production cluster / orders'),
    ).toBeVisible();
    const production = within(all.getByRole('table', { name: 'production' }));
    expect(production.getByText('Failing')).toBeInTheDocument();
    expect(production.getByText('0 of 2 ready')).toBeInTheDocument();
    expect(production.getByText('at its maximum')).toBeInTheDocument();
    expect(all.getByText('All 2 pods')).toBeInTheDocument();
    expect(
      within(all.getByRole('table', { name: 'staging' })).getByText('Healthy'),
    ).toBeInTheDocument();
    expect(
      all.getByText(
        "The portal knows no cluster 'lab', so nothing is known of what runs here.",
      ),
    ).toBeInTheDocument();

    // One problem of two pods, once; first of all in an incident.
    const incident = within(await region('What fails now'));
    expect(await incident.findByText('CrashLoopBackOff')).toBeInTheDocument();
    expect(incident.getByText('PAYMENTS_URL is not set')).toBeInTheDocument();
    expect(incident.getByText(/orders-a, orders-b/)).toBeInTheDocument();
    expect(incident.getByText('Set the missing variable.')).toBeInTheDocument();
    expect(incident.queryByText('Healthy')).not.toBeInTheDocument();
  });

  it('says what a rollback goes back to, and which documented target is gone', async () => {
    show(async () => ({
      items: [cluster('staging', []), cluster('production', [])],
    }));
    const rollback = within(await region('rollback'));
    expect(
      await rollback.findByText(
        'kubectl --context production --namespace orders rollout undo deployment/orders --to-revision=2',
      ),
    ).toBeVisible();
    expect(rollback.getByRole('alert')).toHaveTextContent(
      'Step 1 goes back to revision 1 of Deployment/orders, which Kubernetes does not keep any more.',
    );
    expect(rollback.getByText('1 more workload')).toBeInTheDocument();
  });

  it('is shown for objects that a text names', async () => {
    show(async () => ({
      items: [cluster('staging', []), cluster('production', [])],
    }));
    const danger = within(await region('danger'));
    expect(
      (await danger.findAllByText(/autoscaler 2, from 2 to 2/)).map(
        each => each.textContent,
      ),
    ).toEqual([
      'HorizontalPodAutoscaler/orders, The staging cluster: autoscaler 2, from 2 to 2, at its maximum',
      'HorizontalPodAutoscaler/orders, The production cluster: autoscaler 2, from 2 to 2, at its maximum',
    ]);
    expect(
      danger.getByText(
        'Deployment/gone was not found in any cluster that could be read.',
      ),
    ).toBeInTheDocument();
    // Secrets are not read.
    expect(danger.queryByText(/Secret/)).not.toBeInTheDocument();
  });

  it.each([
    [401, 'The cluster does not accept the portal’s credentials (401).'],
    [403, 'The cluster does not let you read what runs here (403).'],
    [500, 'The cluster cannot be reached.'],
  ])(
    'names a cluster that answers %s, and shows the others',
    async (status, text) => {
      show(async () => ({
        items: [cluster('staging', []), refused('production', status)],
      }));
      const all = within(await region('all'));
      expect(await all.findByText(text)).toBeInTheDocument();
      expect(all.getByRole('table', { name: 'staging' })).toBeInTheDocument();
    },
  );

  it('asks each cluster by itself where one of them holds up the rest', async () => {
    show(() => new Promise(() => {}), {
      proxy: async ({ clusterName, path, init }) => {
        if (clusterName === 'production') {
          return new Promise((_, reject) =>
            init?.signal?.addEventListener('abort', () =>
              reject(init.signal?.reason),
            ),
          );
        }
        expect(path).toContain(
          'labelSelector=backstage.io%2Fkubernetes-id%3Dorders',
        );
        const items = path.includes('/deployments?')
          ? [
              {
                metadata: meta('orders'),
                spec: { replicas: 1, template: template('3') },
                status: { updatedReplicas: 1, replicas: 1, readyReplicas: 1 },
              },
            ]
          : [];
        return new Response(JSON.stringify({ items }));
      },
    });
    const all = within(await region('all'));
    expect(
      await all.findByText(
        'This cluster has not answered yet.',
        {},
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
    expect(
      within(all.getByRole('table', { name: 'staging' })).getByText(
        '1 of 1 ready',
      ),
    ).toBeInTheDocument();
    expect(
      await all.findByText(
        'The cluster does not answer within 6 seconds.',
        {},
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
  }, 30_000);

  it('says why nothing could be read at all', async () => {
    show(async () => {
      throw new Error('Not permitted');
    });
    expect(
      await within(await region('all')).findByRole('alert'),
    ).toHaveTextContent(
      'What runs in Kubernetes could not be read: Not permitted',
    );
  });

  it('is left out where the entity is not in Kubernetes', async () => {
    const getObjects = jest.fn();
    show(getObjects, {
      entity: { ...entity, metadata: { ...entity.metadata, annotations: {} } },
    });
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'all' })).toBeEmptyDOMElement(),
    );
    expect(getObjects).not.toHaveBeenCalled();
  });
});

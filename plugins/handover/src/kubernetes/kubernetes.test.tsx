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
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { documentState } from '../__testUtils__/orderProcessing';
import { type HandoverPanelProps, ReadingsProvider } from '../components';
import { kubernetesCells, kubernetesPanels } from '.';

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
        fix: 'Set the missing variable.\n\n`kubectl -n <namespace> describe pod <pod>`',
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
function cluster(
  name: string,
  pods: object[],
  annotations: Record<string, string> = {},
): ClusterObjects {
  return {
    cluster: { name },
    podMetrics: [],
    errors: [],
    resources: [
      resource('deployments', {
        metadata: meta('orders', {
          annotations: { ...revision(3), ...annotations },
        }),
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
          minReplicas: 1,
          maxReplicas: 2,
        },
        status: {
          currentReplicas: 2,
          desiredReplicas: 2,
          // Only where it needs more, it is a warning.
          conditions: [
            {
              type: 'ScalingLimited',
              status: 'True',
              reason: 'TooManyReplicas',
            },
          ],
        },
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

/** One of the panels, as the tab shows it. */
function Panel({ id, ...props }: HandoverPanelProps & { id: string }) {
  const { filter, component: Content } = kubernetesPanels.find(
    each => each.id === `handover.kubernetes.${id}`,
  )!;
  return filter?.(props) === false ? null : (
    <Suspense fallback={null}>
      <Content {...props} />
    </Suspense>
  );
}

function Health(props: HandoverPanelProps) {
  const [{ filter, component: Content }] = kubernetesCells;
  return filter?.(props) === false ? null : <Content {...props} />;
}

function show(
  answer: () => Promise<ObjectsByEntityResponse>,
  options: {
    entity?: Entity;
    proxy?: KubernetesApi['proxy'];
    clusters?: string[];
    danger?: string;
    handover?: HandoverDocument;
  } = {},
) {
  const kubernetes = {
    getClusters: async () =>
      (options.clusters ?? ['staging', 'production']).map(name => ({
        name,
        title: `The ${name} cluster`,
        authProvider: 'serviceAccount',
      })),
    getObjectsByEntity: answer,
    proxy:
      options.proxy ??
      (async () => new Response(JSON.stringify({ items: [] }))),
  };
  const props = {
    entity: options.entity ?? entity,
    entityRef: 'component:default/orders',
    state: documentState('handover' in options ? options.handover : handover),
    incident: false,
  };
  const danger =
    options.danger ?? 'Never touch `hpa/orders`, deploy/gone or Secret/orders.';
  return renderInTestApp(
    <ReadingsProvider>
      <section aria-label="health">
        <Health {...props} />
      </section>
      <Panel id="incident" {...props} incident />
      <section aria-label="all">
        <Panel id="environments" {...props} />
      </section>
      <section aria-label="rollback">
        <Panel id="rollback" {...props} />
      </section>
      <section aria-label="danger">
        <Panel id="objects" {...props} item={{ index: 0, text: danger }} />
      </section>
    </ReadingsProvider>,
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

/** A line for each object that the danger zone names. */
async function named() {
  const danger = within(await region('danger'));
  return (await danger.findAllByRole('listitem')).map(
    // Spaces that do not break are spaces.
    each => each.textContent?.replaceAll('\u00a0', ' '),
  );
}

const CONFIDENTIAL = 'customers are charged this';
const OLD = { creationTimestamp: '2020-01-01T00:00:00Z' };

/** Objects of every kind that is read and has no pods. */
const NOT_RUNNING = [
  resource(
    'services',
    {
      metadata: meta('orders'),
      spec: {
        type: 'LoadBalancer',
        clusterIP: '10.43.0.9',
        ports: [{ port: 443 }, { port: 80, nodePort: 30080 }],
      },
      status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } },
    },
    {
      metadata: meta('queue'),
      spec: { clusterIP: 'None', ports: [{ port: 5672 }] },
    },
  ),
  resource('ingresses', {
    metadata: meta('orders'),
    spec: { rules: [{ host: 'orders.example.com' }, {}] },
  }),
  resource('configmaps', {
    metadata: meta('rates', {
      ...OLD,
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': CONFIDENTIAL,
      },
    }),
    data: { brazil: CONFIDENTIAL, europe: CONFIDENTIAL },
  }),
  resource(
    'jobs',
    {
      metadata: meta('import'),
      spec: { completions: 1 },
      status: {
        failed: 3,
        conditions: [
          { type: 'Failed', status: 'True', message: 'Too many retries' },
        ],
      },
    },
    {
      metadata: meta('import', { namespace: 'orders-2' }),
      spec: { parallelism: 2 },
      status: { active: 2, succeeded: 40 },
    },
  ),
  resource('cronjobs', {
    metadata: meta('nightly'),
    spec: { schedule: '30 2 * * *' },
    status: { lastScheduleTime: OLD.creationTimestamp },
  }),
  resource('resourcequotas', {
    metadata: meta('orders'),
    status: {
      hard: { pods: '20', 'limits.memory': '8Gi' },
      used: { pods: '3', 'limits.memory': '8Gi' },
    },
  }),
  resource('limitranges', { metadata: meta('orders', OLD) }),
] as ClusterObjects['resources'];

/** The lines of the health row. */
async function health() {
  const row = within(await region('health'));
  const list = await row.findByRole('list', { name: 'Running now' });
  return within(list)
    .getAllByRole('listitem')
    .map(each => each.textContent);
}

describe('a failing pod', () => {
  const withCrash = async () => ({
    items: [cluster('production', [crashing('orders-x')])],
  });
  const failing = async () => within(await region('Failing now'));

  it('stands beside a fix whose command can be copied as it is', async () => {
    await show(withCrash);
    expect(
      await (
        await failing()
      ).findByText('kubectl -n orders describe pod orders-x'),
    ).toBeInTheDocument();
    expect(
      (await failing()).getByText(
        'kubectl commands without --context use your current context. This pod runs in the context production.',
      ),
    ).toBeVisible();
  });

  it('stands beside a fix that names its context without a remark', async () => {
    const [failure] = handover.failures!.items!;
    const fix = '`kubectl --context <context> describe pod <pod>`';
    await show(withCrash, {
      handover: { ...handover, failures: { items: [{ ...failure, fix }] } },
    });
    const incident = await failing();
    expect(
      await incident.findByText(
        'kubectl --context production describe pod orders-x',
      ),
    ).toBeInTheDocument();
    expect(incident.queryByText(/current context/)).toBeNull();
  });

  it('shows its events, latest first', async () => {
    const asked: string[] = [];
    const events = [
      { reason: 'Scheduled', message: 'Assigned', type: 'Normal' },
      {
        reason: 'BackOff',
        message: 'Back-off restarting',
        type: 'Warning',
        count: 12,
        lastTimestamp: '2020-01-01T00:00:00Z',
      },
    ];
    await show(withCrash, {
      proxy: async ({ path }) => {
        if (!path.includes('involvedObject.name')) {
          return new Response(JSON.stringify({ items: [] }));
        }
        asked.push(decodeURIComponent(path));
        return new Response(JSON.stringify({ items: events }));
      },
    });
    const incident = await failing();
    await userEvent.click(
      await incident.findByRole('button', { name: 'Show events' }),
    );
    const list = await incident.findByRole('list', {
      name: 'Events of orders-x',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(each => each.textContent),
    ).toEqual([
      expect.stringMatching(
        /^BackOff \(warning, .* ago, 12 times\): Back-off restarting$/,
      ),
      'Scheduled: Assigned',
    ]);
    expect(asked).toEqual([
      '/api/v1/namespaces/orders/events?limit=500&fieldSelector=involvedObject.kind=Pod,involvedObject.name=orders-x',
    ]);
    await userEvent.click(
      incident.getByRole('button', { name: 'Hide events' }),
    );
    expect(list).not.toBeInTheDocument();
  });

  it('shows what it logged before its last restart, and what it logs now', async () => {
    const asked: string[] = [];
    await show(withCrash, {
      proxy: async ({ path }) => {
        if (!path.includes('/log?')) {
          return new Response(JSON.stringify({ items: [] }));
        }
        asked.push(path);
        return new Response(
          path.includes('previous=true') ? 'It stopped here\n' : '',
        );
      },
    });
    const incident = await failing();
    await userEvent.click(
      await incident.findByRole('button', { name: 'Show log' }),
    );
    expect(
      await incident.findByRole('region', {
        name: 'Log of orders-x before its last restart',
      }),
    ).toHaveTextContent('It stopped here');
    await userEvent.click(
      incident.getByRole('button', { name: 'Show what it logs now' }),
    );
    expect(await incident.findByText('The log is empty.')).toBeInTheDocument();
    expect(asked).toEqual([
      '/api/v1/namespaces/orders/pods/orders-x/log?tailLines=40&limitBytes=65536&container=api&previous=true',
      '/api/v1/namespaces/orders/pods/orders-x/log?tailLines=40&limitBytes=65536&container=api',
    ]);
  });

  it.each([
    ['Show log', '/log?', 'Could not load the log: That is forbidden (403)'],
    [
      'Show events',
      'involvedObject.name',
      'Could not load events: That is forbidden (403)',
    ],
  ])('says why %s fails', async (name, asked, text) => {
    await show(withCrash, {
      proxy: async ({ path }) =>
        path.includes(asked)
          ? new Response(
              JSON.stringify({ kind: 'Status', message: 'That is forbidden' }),
              { status: 403 },
            )
          : new Response(JSON.stringify({ items: [] })),
    });
    const incident = await failing();
    await userEvent.click(await incident.findByRole('button', { name }));
    expect(await incident.findByRole('alert')).toHaveTextContent(text);
  });
});

describe('the health row', () => {
  it('says first what fails in production, and what still serves', async () => {
    const production = cluster('production', [
      crashing('orders-new'),
      {
        metadata: meta('orders-old', {
          ownerReferences: owner('ReplicaSet', 'orders-2'),
        }),
        spec: template('2').spec,
        status: {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: 'True' }],
          containerStatuses: [
            { name: 'api', ready: true, state: { running: {} } },
          ],
        },
      },
    ]);
    show(async () => ({ items: [cluster('staging', []), production] }));
    expect(await health()).toEqual([
      'production: release 3 of orders fails to start (CrashLoopBackOff); 2 is still serving.',
      'production: orders needs more pods than the maximum of its autoscaler (2).',
      'staging: orders needs more pods than the maximum of its autoscaler (2).',
      'qa: unknown, because the portal has no such cluster.',
    ]);
    expect(
      screen.getByRole('link', { name: 'Open the incident view' }),
    ).toHaveAttribute('href', '/?view=incident');
  });

  it('never says that nothing fails where a cluster could not be read', async () => {
    show(async () => ({
      items: [refused('staging', 403), refused('production', 401)],
    }));
    expect(await health()).toEqual([
      'production: unknown, because the cluster rejects the portal’s credentials.',
      'staging: unknown, because you may not read its workloads.',
      'qa: unknown, because the portal has no such cluster.',
    ]);
    expect(
      screen.queryByRole('link', { name: 'Open the incident view' }),
    ).not.toBeInTheDocument();
  });

  /** A cluster in which nothing is wrong. */
  const quiet = (name: string) => {
    const all = cluster(name, []);
    all.resources.pop();
    return all;
  };

  it('puts what fails in staging before warnings of production', async () => {
    show(async () => ({
      items: [
        cluster('staging', [crashing('orders-a')]),
        cluster('production', []),
      ],
    }));
    const [first, second] = await health();
    expect([first, second]).toEqual([
      expect.stringMatching(/^staging: .* \(CrashLoopBackOff\)/),
      'production: orders needs more pods than the maximum of its autoscaler (2).',
    ]);
  });

  it.each(['pods', 'jobs'])(
    'never says that nothing fails where %s could not be read',
    async plural => {
      const partial = quiet('production');
      partial.resources = partial.resources.filter(
        ({ type }) => type !== plural,
      );
      partial.errors.push({
        errorType: 'UNKNOWN_ERROR',
        statusCode: 500,
        resourcePath:
          plural === 'pods' ? '/api/v1/pods' : `/apis/batch/v1/${plural}`,
      });
      show(async () => ({ items: [quiet('staging'), partial] }));
      expect(await health()).toEqual([
        'production: partly unknown, because some objects could not be read.',
        'qa: unknown, because the portal has no such cluster.',
        'Nothing is failing in staging.',
      ]);
    },
  );

  it('never says that nothing fails where pods are not read', async () => {
    const partial = quiet('production');
    partial.resources = partial.resources.filter(({ type }) => type !== 'pods');
    show(async () => ({ items: [quiet('staging'), partial] }));
    expect((await health())[0]).toBe(
      'production: partly unknown, because some objects could not be read.',
    );
  });

  it('says that nothing fails, and when that was read', async () => {
    show(async () => ({ items: [quiet('staging'), quiet('production')] }));
    expect(await health()).toEqual([
      'qa: unknown, because the portal has no such cluster.',
      'Nothing is failing in production, staging.',
    ]);
    expect(
      within(await region('health')).getByText(/^As of \d\d:\d\d$/),
    ).toBeInTheDocument();
  });
});

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
    expect(
      production.getByText('needs more than its maximum'),
    ).toBeInTheDocument();
    expect(all.getByText('All 2 pods')).toBeInTheDocument();
    expect(
      within(all.getByRole('table', { name: 'staging' })).getByText('Healthy'),
    ).toBeInTheDocument();
    expect(
      all.getByText(
        "The portal has no cluster 'lab', so the workloads here are unknown.",
      ),
    ).toBeInTheDocument();

    // One problem of two pods, once; first of all in an incident.
    const incident = within(await region('Failing now'));
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
      'Step 1 rolls back to revision 1 of Deployment/orders, which Kubernetes no longer keeps.',
    );
    expect(rollback.getByText('1 more workload')).toBeInTheDocument();
    expect(
      rollback.getByText(
        'The command of step 1 of the handover has no --context, so kubectl uses your current one. The context of production is production.',
      ),
    ).toBeVisible();
    expect(
      rollback.getAllByText(
        'For step 1 of the handover, use the command below.',
      )[0],
    ).toBeVisible();
  });

  it('says where a documented rollback would be put back', async () => {
    const release = { 'meta.helm.sh/release-name': 'shop' };
    show(async () => ({ items: [cluster('production', [], release)] }));
    const rollback = within(await region('rollback'));
    expect(
      await rollback.findByText(
        'Step 1 of the handover uses kubectl, but this workload needs Helm. Use the command below.',
      ),
    ).toBeVisible();
    expect(
      rollback.getByText(
        'helm rollback shop --kube-context production --namespace orders',
      ),
    ).toBeVisible();
  });

  it('names the cluster of a rollback target where no environment is documented', async () => {
    show(
      async () => ({
        items: [cluster('staging', []), cluster('production', [])],
      }),
      { handover: undefined },
    );
    const rollback = within(await region('rollback'));
    expect(
      (await rollback.findAllByRole('heading', { level: 4 })).map(
        ({ textContent }) => textContent,
      ),
    ).toEqual([
      'The production cluster: Deployment/ordersHealthy',
      'The staging cluster: Deployment/ordersHealthy',
    ]);
  });

  it('is shown for objects that a text names', async () => {
    show(async () => ({
      items: [cluster('staging', []), cluster('production', [])],
    }));
    expect(await named()).toEqual([
      'HorizontalPodAutoscaler/orders The staging cluster: autoscaler 2, from 1 to 2, needs more than its maximumThe production cluster: autoscaler 2, from 1 to 2, needs more than its maximum',
      'Deployment/gone Not found by this service’s label in any cluster that could be read.',
      'Secret/orders Secrets are not read.',
    ]);
  });

  it('is shown for objects that do not run, too', async () => {
    const production = cluster('production', []);
    production.resources.push(...NOT_RUNNING);
    show(async () => ({ items: [production] }), {
      clusters: ['production'],
      danger:
        'svc/orders svc/queue ing/orders cm/rates `job/import` cj/nightly ResourceQuota/orders LimitRange/orders cm/gone pvc/data; heed services/levels',
    });
    const place = 'The production cluster:';
    expect(await named()).toEqual([
      `Service/orders ${place} LoadBalancer, ports 443/TCP, 80:30080/TCP, external address 192.0.2.7`,
      `Service/queue ${place} ClusterIP, port 5672/TCP, headless, without a cluster IP`,
      `Ingress/orders ${place} for orders.example.com, any host`,
      expect.stringMatching(
        `^ConfigMap/rates ${place} 2 keys, created .* ago$`,
      ),
      `Job/import The production cluster / orders: Failed 0 of 1 succeeded, 3 failed, Too many retriesThe production cluster / orders-2: Running 40 succeeded`,
      expect.stringMatching(
        `^CronJob/nightly ${place} Healthy schedule 30 2 \\* \\* \\*, last run .* ago$`,
      ),
      `ResourceQuota/orders ${place} closest to its limit: limits.memory, 8Gi of 8Gi, at its limit`,
      expect.stringMatching(`^LimitRange/orders ${place} exists, created `),
      'ConfigMap/gone Not found by this service’s label in any cluster that could be read.',
      'PersistentVolumeClaim/data Objects of this kind are not read.',
    ]);
    expect(document.body).not.toHaveTextContent(CONFIDENTIAL);
  });

  it('says of a named object where it is missing, and where its kind was not read', async () => {
    const withRates = (name: string, ...rates: object[]) => {
      const each = cluster(name, []);
      each.resources.push(
        resource('configmaps', ...rates) as (typeof each.resources)[number],
      );
      return each;
    };
    const refusing = cluster('lab', []);
    refusing.errors.push({
      errorType: 'UNKNOWN_ERROR',
      statusCode: 403,
      resourcePath: '/api/v1/configmaps',
    });
    show(
      async () => ({
        items: [
          withRates('staging', { metadata: meta('rates'), data: { a: '' } }),
          withRates('production'),
          refusing,
        ],
      }),
      {
        clusters: ['staging', 'production', 'lab', 'empty'],
        danger: 'cm/rates',
      },
    );
    expect(await named()).toEqual([
      'ConfigMap/rates The staging cluster: 1 keyThe production cluster: not found by this service’s labelThe lab cluster: objects of this kind were not read',
    ]);
    // Nobody misses what no text names.
    expect(screen.queryByText(/Could not read:/)).toBeNull();
  });

  it.each([
    [401, 'The cluster rejects the portal’s credentials (401).'],
    [403, 'The cluster does not let you read these workloads (403).'],
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
        'Waiting for this cluster.',
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
        'The cluster did not respond within 6 seconds.',
        {},
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
  }, 30_000);

  it('asks a cluster by itself for each kind but Secrets, and for no values', async () => {
    const asked = new Map<string, HeadersInit | undefined>();
    show(() => new Promise(() => {}), {
      clusters: ['production'],
      danger: 'cm/rates, svc/orders, Secret/orders',
      proxy: async ({ path, init }) => {
        const [, plural] = /\/([a-z]+)\?/.exec(path) ?? [];
        asked.set(plural, init?.headers);
        const table = {
          columnDefinitions: [{ name: 'Name' }, { name: 'Data' }],
          rows: [{ cells: ['rates', 7], object: { metadata: meta('rates') } }],
        };
        const services = {
          items: [
            { metadata: meta('orders'), spec: { clusterIP: '10.43.0.9' } },
          ],
        };
        const answers: Record<string, object> = { configmaps: table, services };
        return new Response(JSON.stringify(answers[plural] ?? { items: [] }));
      },
    });
    await waitFor(
      async () =>
        expect(await named()).toEqual([
          'ConfigMap/rates The production cluster: 7 keys',
          'Service/orders The production cluster: ClusterIP, cluster IP 10.43.0.9',
          'Secret/orders Secrets are not read.',
        ]),
      { timeout: 10_000 },
    );
    expect(asked.size).toBe(14);
    expect(asked.has('secrets')).toBe(false);
    expect(asked.get('configmaps')).toEqual({
      Accept: expect.stringMatching(/^application\/json;as=Table;/),
    });
  }, 30_000);

  it.each([
    ['knows no cluster', [], entity],
    [
      'does not know the one that the entity names',
      ['production'],
      {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: {
            ...entity.metadata.annotations,
            'backstage.io/kubernetes-cluster': 'moon',
          },
        },
      },
    ],
  ])('claims nothing where the portal %s', async (_, clusters, of) => {
    const getObjects = jest.fn();
    show(getObjects, { clusters, entity: of });
    const text =
      'The portal has no Kubernetes cluster for this service, so its workloads are unknown.';
    const all = within(await region('all'));
    expect(await all.findByText(text)).toBeInTheDocument();
    expect(all.queryByText('This service has no workloads here.')).toBeNull();
    const incident = within(await region('Failing now'));
    expect(incident.getByText(text)).toBeInTheDocument();
    expect(incident.queryByText(/Nothing is failing/)).toBeNull();
    expect(await region('rollback')).toBeEmptyDOMElement();
    expect((await named())[0]).toBe(
      'HorizontalPodAutoscaler/orders Unknown: no cluster could be read.',
    );
    expect(getObjects).not.toHaveBeenCalled();
  });

  it('does not hide in an incident that an environment is in no known cluster', async () => {
    show(async () => ({ items: [cluster('production', [])] }), {
      clusters: ['production'],
    });
    const incident = within(await region('Failing now'));
    expect(
      await incident.findByText(/The portal has no cluster 'staging'/),
    ).toBeInTheDocument();
    expect(incident.queryByText('Healthy')).toBeNull();
  });

  it('says why nothing could be read at all', async () => {
    show(async () => {
      throw new Error('Not permitted');
    });
    expect(
      await within(await region('all')).findByRole('alert'),
    ).toHaveTextContent('Could not load workloads: Not permitted');
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

import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { cdEvent, structured } from '../delivery/__testUtils__/events';
import { createTestDatabases } from '../documents/__testUtils__/databases';
import { handoverYaml } from '../documents/__testUtils__/documents';
import { createKubernetesStub, recorded } from './__testUtils__/kubernetesStub';

jest.setTimeout(120_000);

const ada = as('user:default/ada');
const REF = 'component:default/orders';
const CHECKS = {
  workloads: 'kubernetes.workloads == 2',
  replicas: 'kubernetes.minReplicasInProduction >= 2',
  rollback: 'kubernetes.rollbackTargetExists',
  tool: 'kubernetes.rollbackToolMatches',
  built: 'kubernetes.imageBuiltByPipeline',
};
const SCORECARD = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  scope: { kind: 'component' },
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: Object.entries(CHECKS).map(([id, condition]) => ({
    id,
    title: id,
    level: 'bronze',
    why: 'Because.',
    fix: { text: 'Do it.' },
    condition,
  })),
};

const yamlWith = (undo: string) => `${handoverYaml('Takes orders')}environments:
  items:
    - { name: staging, cluster: staging, namespace: order-processing }
    - { name: production, cluster: production, namespace: order-processing }
rollback:
  steps:
    - { do: Go back, command: kubectl rollout undo ${undo} }
`;

const DEPLOYED = `pkg:oci/order-processing@${encodeURIComponent(
  'sha256:896710f45f8bce3bcd7604a2f6e0968214f70b82747c7efd0bcc370f52dd2a0f',
)}?tag=2.33.0`;

/** The objects of production, in a copy of the recorded response. */
function production(
  change: (list: (type: string) => Record<string, any>[]) => void = () => {},
) {
  const answer = recorded();
  const { resources } = answer.items.find(
    ({ cluster }) => cluster.name === 'production',
  )!;
  change(type => resources.find(each => each.type === type)!.resources);
  return answer;
}

const withoutShipper = (image = '') =>
  production(list => {
    list('daemonsets').length = 0;
    const [{ spec }] = list('deployments');
    spec.template.spec.containers[0].image ||= image;
    if (image) {
      spec.template.spec.containers[0].image = image;
    }
  });

const withoutWorkloads = production(list => {
  for (const type of ['daemonsets', 'deployments', 'replicasets']) {
    list(type).length = 0;
  }
});

/** Production, where the latest release has one pod, of the recorded age. */
const withPod = (isReady: boolean) =>
  production(list => {
    const [{ spec, status }] = list('deployments');
    const { metadata } = list('replicasets').at(-1)!;
    const { name, namespace, creationTimestamp: startTime } = metadata;
    if (isReady) {
      Object.assign(status, { replicas: 3, updatedReplicas: 3 });
      status.conditions[1] = { type: 'Progressing', status: 'True' };
    }
    const state = isReady
      ? { running: { startedAt: startTime } }
      : { waiting: { reason: 'CrashLoopBackOff' } };
    list('pods').push({
      metadata: {
        name: `${name}-x`,
        namespace,
        ownerReferences: [{ kind: 'ReplicaSet', name, controller: true }],
      },
      spec: spec.template.spec,
      status: {
        phase: 'Running',
        startTime,
        conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }],
        containerStatuses: [
          { name: 'order-processing', restartCount: 9, ready: isReady, state },
        ],
      },
    });
  });

/** When the latest release of production was rolled out. */
const rolledOutAt = (): string => {
  let at = '';
  production(list => {
    at = list('replicasets').at(-1)!.metadata.creationTimestamp;
  });
  return at;
};

const PLUGIN = 'The Kubernetes plugin';
const unknown = (reason: string) => ({
  replicas: ['unknown', expect.stringContaining(reason)],
  rollback: ['unknown', expect.stringContaining(reason)],
});
const failed = (reason: string) =>
  unknown(`the clusters could not be read: ${reason}`);

const endless = (response: NodeJS.WritableStream) => {
  const more = () => {
    while (response.write('x'.repeat(1024 * 1024)));
    response.once('drain', more);
  };
  more();
};

/** What the plugin should never respond, and what it comes to. */
const HOSTILE: [answer: unknown, checks: object][] = [
  [
    (response: any) => response.status(500).json({ error: 's3cret' }),
    failed(`${PLUGIN} responded with status 500`),
  ],
  [
    (response: any) => response.send('<p>s3cret'),
    failed(`${PLUGIN} returned an unexpected response: not JSON`),
  ],
  [
    { items: [{ cluster: { name: 'production' } }] },
    failed(`${PLUGIN} returned an unexpected response at 'items.0.resources'`),
  ],
  [endless, failed(`${PLUGIN} responded with more than 20480 KiB`)],
  [() => {}, failed(`${PLUGIN} did not answer within 0.7 seconds`)],
  [
    production(list => {
      list('horizontalpodautoscalers').length = 0;
      list('deployments')[0].spec.replicas = 'many';
    }),
    unknown("'production' could not be read: it has objects of an unexpected"),
  ],
  [
    production(list => list('replicasets').push(null as never)),
    failed(`${PLUGIN} returned an unexpected response at 'items.1.resources`),
  ],
  [
    production(list => {
      const [one] = list('deployments');
      for (let i = 0; i < 1_000; i++) {
        const metadata = { ...one.metadata, uid: `${i}`, name: `orders-${i}` };
        list('deployments').push({ ...one, metadata });
      }
    }),
    failed('there are too many workloads'),
  ],
  [
    {
      items: recorded().items.map(item => ({
        ...item,
        resources: item.resources.filter(({ type }) => type !== 'replicasets'),
      })),
    },
    unknown('the Kubernetes plugin does not read ReplicaSets'),
  ],
  [{ items: [] }, unknown('nothing of the entity')],
];

const refused = {
  errorType: 'UNAUTHORIZED_ERROR',
  statusCode: 403,
  resourcePath: '/apis/apps/v1/replicasets',
};

describe('facts of Kubernetes', () => {
  const databases = createTestDatabases();
  let knex: Knex;
  let stub: ReturnType<typeof createKubernetesStub>;
  let backend: Awaited<ReturnType<typeof startHandoverBackend>>;
  let scheduler: ReturnType<typeof mockServices.scheduler>;

  /** Runs tasks as the scheduler does again and again, if they are scheduled. */
  const run = async (...ids: string[]) => {
    const scheduled = await scheduler.getScheduledTasks();
    for (const { id } of scheduled.filter(each => ids.includes(each.id))) {
      await scheduler.triggerTask(id);
    }
  };
  const start = async (facts: object, ids: object = { orders: 'orders' }) => {
    stub = createKubernetesStub();
    scheduler = mockServices.scheduler();
    backend = await startHandoverBackend({
      entities: [
        component('billing'),
        {
          ...component('db', {
            annotations: { 'backstage.io/kubernetes-id': 'db' },
          }),
          kind: 'Domain',
        },
        ...Object.entries(ids).map(([name, id]) =>
          component(name, {
            annotations: { 'backstage.io/kubernetes-id': id },
          }),
        ),
      ],
      database: { knex },
      config: {
        handover: {
          kubernetes: { facts },
          scorecards: { definitions: [SCORECARD], frequency: '1s' },
        },
      } as never,
      extra: [
        stub.plugin,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });
    await run('handover-entities-follow-catalog');
  };
  const quick = {
    enabled: true,
    pause: { milliseconds: 0 },
    timeout: { milliseconds: 700 },
  };
  const write = async (
    yaml: string,
    match: object = { 'If-None-Match': '*' },
  ) =>
    expect(
      (
        await backend.put('/documents/component/default/orders', yaml, {
          ...match,
          ...ada,
        })
      ).status,
    ).toBeLessThan(300);
  const checksOf = async (name = 'orders') => {
    const path = `/scorecards/results/component/default/${name}`;
    const { body } = await backend.get(path, ada);
    return Object.fromEntries(
      body.items[0].result.checks.map(
        ({ id, outcome, facts: [fact] }: Record<string, any>) => [
          id,
          [outcome, fact.value ?? fact.missing],
        ],
      ),
    );
  };
  const makeDue = (topic: string) =>
    knex('queue_items')
      .where({ topic })
      .update({ next_due_at: new Date(0) });
  /** Reads the clusters again, long before they are due, and evaluates. */
  const become = async (checks: object, name = 'orders') => {
    await makeDue('kubernetes');
    await eventually(async () => {
      await run('handover-events-relay', 'handover-kubernetes-facts');
      await run('handover-scorecards-evaluation');
      expect(await checksOf(name)).toMatchObject(checks);
    });
  };
  /** Has a pipeline say that it deployed `DEPLOYED`. */
  const deploy = async (id: string, at: string) => {
    const content = { environment: { id }, artifactId: DEPLOYED };
    const event = cdEvent('service.deployed', { at, content });
    const sent = await backend.post(
      '/delivery/events',
      JSON.stringify(structured(event)),
      { ...asService(), 'Content-Type': 'application/cloudevents+json' },
    );
    expect(sent.body).toMatchObject({ items: [{ status: 'accepted' }] });
  };
  const metricsOf = async (name = 'orders') =>
    (await backend.get(`/delivery/component/default/${name}/metrics`, ada))
      .body;
  const answer = async (value: unknown, checks: object) => {
    stub.answer = value;
    await become(checks);
  };

  afterEach(async () => {
    await backend.stop();
    await knex.destroy();
  });

  it.each(databases.eachSupportedId())(
    'compare what runs in production with the handover and with delivery (%s)',
    async databaseId => {
      knex = await databases.init(databaseId);
      await start(quick);
      await become({ replicas: ['unknown', 'there is no handover'] });
      await write(yamlWith('deployment/order-processing'));
      await become({
        workloads: ['pass', 2],
        replicas: ['pass', 3],
        rollback: ['pass', true],
        tool: ['pass', true],
        built: ['unknown', 'no pipeline or event reported a deployment'],
      });
      expect(stub.asked.at(-1)).toEqual({
        subject: 'plugin:handover',
        entityRef: REF,
      });

      // Before what runs was rolled out.
      const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
      await deploy('staging', at);
      const shipper =
        "the images of DaemonSet 'order-log-shipper' can't be compared with what was deployed";
      await become({ built: ['unknown', shipper] });
      await answer(withoutShipper(), { built: ['pass', true] });
      const other = 'registry.example.com/orders/order-processing:2.34.0';
      await answer(withoutShipper(other), { built: ['fail', false] });

      await write(yamlWith('deployment/orders'), { 'If-Match': '"1"' });
      await become({
        rollback: [
          'unknown',
          "Deployment 'orders' was not found among the workloads of the entity",
        ],
      });
    },
  );

  it.each(databases.eachSupportedId())(
    'are missing while a reading is incomplete or too old (%s)',
    async databaseId => {
      knex = await databases.init(databaseId);
      await start(quick);
      await write(yamlWith('deployment/order-processing'));
      await become({ replicas: ['pass', 3] });
      const partial = production();
      partial.items.at(-1)!.errors = [refused];
      const some = 'some kinds of objects could not be read';
      await answer(partial, {
        replicas: ['unknown', `'production' could not be read: ${some}`],
      });
      const other = production();
      other.items[0].errors = [refused];
      await answer(other, {
        replicas: ['pass', 3],
        rollback: [
          'unknown',
          `a workload that the documented rollback names may be in 'staging', which could not be read: ${some}`,
        ],
      });
      await answer(production(), { rollback: ['pass', true] });

      const readAt = new Date(Date.now() - 31 * 60_000);
      const old = `the clusters were last read at ${readAt.toISOString()}`;
      const expire = () => run('handover-kubernetes-outdated');
      for (const makeOld of [expire, () => makeDue('scorecards')]) {
        await knex('kubernetes_readings').update({ read_at: readAt });
        await makeOld();
        await run('handover-scorecards-evaluation');
        expect(await checksOf()).toMatchObject({ replicas: ['unknown', old] });
        // Its content is the same as before.
        await become({ replicas: ['pass', 3] });
      }
    },
  );

  it.each(databases.eachSupportedId())(
    'count a deployment to production that does not start (%s)',
    async databaseId => {
      knex = await databases.init(databaseId);
      await start(quick);
      await write(yamlWith('deployment/order-processing'));
      const at = rolledOutAt();
      // Nobody knows which deployment it would be.
      await answer(withPod(false), { replicas: ['pass', 3] });
      expect(await metricsOf()).toMatchObject({
        changeFailureRate: { failed: 0, notStarted: 0, sampleSize: 0 },
      });

      await deploy('prod', at);
      const failures = (count: number, restored: number) => ({
        changeFailureRate: {
          failed: count,
          notStarted: count,
          sampleSize: 1,
        },
        timeToRestore: { sampleSize: restored },
      });
      expect(await metricsOf()).toMatchObject(failures(0, 0));
      await answer(withPod(false), { replicas: ['pass', 3] });
      expect(await metricsOf()).toMatchObject(failures(1, 0));
      expect(await metricsOf()).not.toHaveProperty('startsUnknown');

      // Nobody knows whether it starts now.
      const unread = production();
      unread.items.at(-1)!.errors = [refused];
      const why = "'production' could not be read: some kinds of objects";
      await answer(unread, {
        replicas: ['unknown', expect.stringContaining(why)],
      });
      expect(await metricsOf()).toMatchObject({
        ...failures(1, 0),
        startsUnknown: expect.stringContaining(why),
      });

      const empty = 'no workload was found in production';
      await answer(withoutWorkloads, { replicas: ['unknown', empty] });
      expect(await metricsOf()).toMatchObject({ startsUnknown: empty });

      await answer(withPod(true), { replicas: ['pass', 3] });
      const { timeToRestore, ...metrics } = await metricsOf();
      expect({ timeToRestore, ...metrics }).toMatchObject(failures(1, 1));
      const seconds = (Date.now() - Date.parse(at)) / 1000;
      expect(timeToRestore.medianSeconds).toBeLessThanOrEqual(seconds);
      expect(timeToRestore.medianSeconds).toBeGreaterThan(seconds - 60);
      await answer(withPod(true), { replicas: ['pass', 3] });
      expect((await metricsOf()).timeToRestore).toEqual(timeToRestore);
    },
  );

  it('are missing after an answer that is none', async () => {
    knex = await databases.init('SQLITE_3');
    await start(quick);
    await write(yamlWith('deployment/order-processing'));
    const { clusters } = stub;
    stub.clusters = (response: any) => response.status(403).end();
    await become(failed(`${PLUGIN} responded with status 403`));
    stub.clusters = clusters;
    await become({ replicas: ['pass', 3] });
    for (const [value, checks] of HOSTILE) {
      await answer(value, checks);
      expect(JSON.stringify(await checksOf())).not.toContain('s3cret');
      await answer(production(), { replicas: ['pass', 3] });
    }
  });

  it('are read of one annotated entity at a time, if they are enabled', async () => {
    knex = await databases.init('SQLITE_3');
    await start({});
    const off =
      'clusters are not read: handover.kubernetes.facts.enabled is not true';
    await become({ replicas: ['unknown', off] });
    expect(await metricsOf()).toMatchObject({ startsUnknown: off });
    expect(stub.asked).toEqual([]);
    await backend.stop();

    const ids = { orders: 'orders', shop: 'shop', tax: 'tax', cart: 'cart' };
    await start(quick, ids);
    stub.answer = (response: any) =>
      setTimeout(() => response.json(recorded()), 20);
    const none = 'it has no annotation of the Kubernetes plugin';
    await makeDue('scorecards');
    await become({ replicas: ['unknown', none] }, 'billing');
    const missing = 'there is no handover';
    await become({ replicas: ['unknown', missing] }, 'cart');
    expect(await metricsOf('cart')).toMatchObject({ startsUnknown: missing });
    expect(new Set(stub.asked.map(each => each.entityRef))).toEqual(
      new Set(Object.keys(ids).map(name => `component:default/${name}`)),
    );
    expect(stub.mostOpen).toBe(1);
    await backend.stop();

    await start(quick, { orders: 'order-processing', shop: '' });
    expect(await knex('kubernetes_readings').pluck('entity_ref')).toEqual([
      REF,
    ]);
    expect(
      await knex('queue_items').where('topic', 'kubernetes').pluck('key'),
    ).toEqual([REF]);
    // With another annotation, it is due at once.
    await run('handover-kubernetes-facts');
    expect(stub.asked.map(each => each.entityRef)).toEqual([REF]);
  });
});

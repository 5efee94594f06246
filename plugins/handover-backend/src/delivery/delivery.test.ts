import type { Entity } from '@backstage/catalog-model';
import type { PipelineProvider } from '@backstage-handover/plugin-handover-node';
import {
  pipelineProvidersExtensionPoint,
  RateLimitedError,
} from '@backstage-handover/plugin-handover-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventually } from '../__testUtils__/eventually';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../documents/__testUtils__/databases';
import {
  binaryHeaders,
  cdEvent,
  structured,
  type TestCdEvent,
} from './__testUtils__/events';

jest.setTimeout(180_000);

const ORDERS = '/delivery/component/default/orders';
const entities = [
  component('orders', {
    annotations: { 'jenkins.io/job-full-name': 'shop/orders' },
  }),
  component('billing', {
    annotations: { 'handover.dev/cdevents-source': '/ci/billing' },
  }),
];

const handover = `apiVersion: handover.dev/v1
kind: Handover
environments:
  items:
    - name: stable
      promotedFrom: staging
    - name: staging
`;

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

function withProviders(...providers: PipelineProvider[]) {
  return providers.map(provider =>
    createBackendModule({
      pluginId: 'handover',
      moduleId: provider.id,
      register(env) {
        env.registerInit({
          deps: { pipelines: pipelineProvidersExtensionPoint },
          async init({ pipelines }) {
            pipelines.addProvider(provider);
          },
        });
      },
    }),
  );
}

async function start(
  options: Partial<Parameters<typeof startHandoverBackend>[0]> = {},
) {
  backend = await startHandoverBackend({ entities, ...options });
  await backend.put('/documents/component/default/orders', handover, {
    'If-None-Match': '*',
  });
  return backend;
}

// One now for all: a millisecond between two of them would be measured.
const NOW = Date.now();
const minutesAgo = (minutes: number) =>
  new Date(NOW - minutes * 60_000).toISOString();

/** What the Jenkins of these tests has built and deployed. */
const JENKINS_DATA = {
  runs: [
    {
      id: '81',
      provider: 'jenkins',
      pipeline: 'shop/orders',
      status: 'succeeded' as const,
      stages: [{ name: 'Build', status: 'succeeded' as const }],
      startedAt: minutesAgo(60),
    },
  ],
  deployments: [
    {
      id: '81',
      provider: 'jenkins',
      environment: 'staging',
      artifact: { digest: 'sha256:b', version: '2' },
      commit: 'b',
      at: minutesAgo(30),
      outcome: 'succeeded' as const,
      runId: '81',
    },
    {
      id: '80',
      provider: 'jenkins',
      environment: 'staging',
      artifact: { digest: 'sha256:a', version: '1' },
      commit: 'a',
      at: minutesAgo(300),
      outcome: 'succeeded' as const,
    },
    {
      id: '80-stable',
      provider: 'jenkins',
      environment: 'stable',
      artifact: { digest: 'sha256:a', version: '1' },
      commit: 'a',
      mergedAt: minutesAgo(320),
      at: minutesAgo(200),
      outcome: 'succeeded' as const,
    },
  ],
};

/** A Jenkins that answers when the test lets it. */
function jenkinsAnswering(answers: Promise<void> = Promise.resolve()) {
  return {
    id: 'jenkins',
    title: 'Jenkins',
    demonstration: true,
    appliesTo: (entity: Entity) =>
      'jenkins.io/job-full-name' in (entity.metadata.annotations ?? {}),
    fetch: jest.fn(async () => {
      await answers;
      return JENKINS_DATA;
    }),
  };
}

const limitedGitlab: PipelineProvider = {
  id: 'gitlab',
  title: 'GitLab',
  appliesTo: () => true,
  fetch: async () => {
    throw new RateLimitedError({
      message: 'GitLab has reached its rate limit',
      retryAt: new Date(Date.now() + 3_600_000),
    });
  },
};

/** What happened to a service, from a change that was merged to an incident. */
function happenings(): TestCdEvent[] {
  const images = ['a', 'b'].map(
    each => `pkg:oci/orders@sha256%3A${each.repeat(64)}?tag=${each}`,
  );
  const deploy = (
    kind: string,
    image: string,
    minutes: number,
    environment = 'stable',
  ) =>
    cdEvent(kind, {
      content: { environment: { id: environment }, artifactId: image },
      at: minutesAgo(minutes),
    });
  const task = (predicate: string, name: string, minutes: number) =>
    cdEvent(`taskrun.${predicate}`, {
      subjectId: name,
      content: {
        taskName: name,
        pipelineRun: { id: 'run-1' },
        ...(predicate === 'finished' && { outcome: 'success' }),
      },
      at: minutesAgo(minutes),
    });
  const run = (predicate: string, minutes: number) =>
    cdEvent(`pipelinerun.${predicate}`, {
      subjectId: 'run-1',
      at: minutesAgo(minutes),
    });
  return [
    cdEvent('change.merged', { subjectId: 'change-12', at: minutesAgo(400) }),
    cdEvent('artifact.packaged', { subjectId: images[1], at: minutesAgo(390) }),
    run('queued', 380),
    run('started', 379),
    task('started', 'build', 378),
    task('finished', 'build', 377),
    task('started', 'test', 376),
    task('finished', 'test', 375),
    run('finished', 374),
    deploy('service.deployed', images[0], 500),
    deploy('service.upgraded', images[1], 280),
    cdEvent('incident.detected', { subjectId: 'i-1', at: minutesAgo(270) }),
    deploy('service.rolledback', images[0], 260),
    cdEvent('incident.resolved', { subjectId: 'i-1', at: minutesAgo(255) }),
  ];
}

/** What the happenings come to: runs, deployments, promotion and metrics. */
const HAPPENED = [
  {
    items: [
      {
        id: '/ci/shop#run-1',
        pipeline: 'orders-deploy',
        status: 'failed',
        stages: [
          { name: 'build', status: 'succeeded' },
          { name: 'test', status: 'succeeded' },
        ],
      },
    ],
  },
  {
    items: [
      { outcome: 'succeeded', artifact: { version: 'a' } },
      { outcome: 'rolledBack', mergedAt: expect.any(String) },
      { outcome: 'succeeded', artifact: { version: 'a' } },
    ],
  },
  { environments: [{ name: 'staging' }, { name: 'stable' }] },
  {
    changeFailureRate: { failed: 1, sampleSize: 3 },
    timeToRestore: { medianSeconds: 900, sampleSize: 1 },
    leadTime: { medianSeconds: 7200, sampleSize: 1 },
  },
];

/** Everything that the portal shows of a service's delivery. */
async function shown(api: Backend) {
  const of = async (path: string) => {
    const {
      providers: _,
      from: _from,
      to: _to,
      ...body
    } = (await api.get(`${ORDERS}/${path}`)).body;
    return body;
  };
  return [
    await of('runs'),
    await of('deployments'),
    await of('promotion'),
    await of('metrics'),
  ];
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('delivery on %p', databaseId => {
  it('shows what the configuration of a provider lacks, and never asks it', async () => {
    const message = "Jenkins is not configured: set 'jenkins.baseUrl'";
    const jenkins = {
      id: 'jenkins',
      title: 'Jenkins',
      missingConfiguration: message,
      appliesTo: () => true,
      fetch: jest.fn(),
    };
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const api = await start({
      database: { knex: await databases.init(databaseId) },
      extra: [...withProviders(jenkins), logger.factory],
    });
    for (const route of ['runs', 'promotion', 'metrics', 'deployments']) {
      const { body } = await api.get(`${ORDERS}/${route}`);
      expect(body.providers).toEqual([
        expect.objectContaining({ id: 'jenkins', status: 'failing', message }),
      ]);
    }
    expect(jenkins.fetch).not.toHaveBeenCalled();
    // The module logs it once; the backend does not repeat it for each entity.
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain(
      'is not configured',
    );
  });

  it('asks a provider once for all who look at the same time, and shows what it answers', async () => {
    let release = () => {};
    const jenkins = jenkinsAnswering(
      new Promise(resolve => {
        release = resolve;
      }),
    );
    const api = await start({
      database: { knex: await databases.init(databaseId) },
      extra: withProviders(jenkins, limitedGitlab),
    });
    const looks = ['runs', 'promotion', 'metrics', 'deployments'].map(each =>
      api.get(`${ORDERS}/${each}`),
    );
    await eventually(() => expect(jenkins.fetch).toHaveBeenCalled());
    release();
    const [runs, promotion, metrics, deployments] = await Promise.all(looks);
    expect(jenkins.fetch).toHaveBeenCalledTimes(1);

    expect(runs.body).toMatchObject({
      totalItems: 1,
      items: [{ id: '81', pipeline: 'shop/orders' }],
      providers: [
        {
          id: 'gitlab',
          status: 'failing',
          message: 'GitLab has reached its rate limit',
          failingSince: expect.any(String),
        },
        { id: 'jenkins', status: 'ok', demonstration: true },
      ],
    });
    expect(promotion.body).toMatchObject({
      builtOnce: 'yes',
      environments: [
        { name: 'staging', deployment: { id: '81' }, run: { id: '81' } },
        {
          name: 'stable',
          deployment: { id: '80-stable' },
          sameArtifact: 'same',
          drift: { from: 'staging', commits: 1, versions: 1 },
        },
      ],
    });
    expect(metrics.body).toMatchObject({
      days: 30,
      environment: 'stable',
      deploymentFrequency: { count: 1 },
      leadTime: { medianSeconds: expect.closeTo(7200, 0), sampleSize: 1 },
      changeFailureRate: { ratio: 0, failed: 0, sampleSize: 1 },
    });
    expect(deployments.body.items.map(({ id }: { id: string }) => id)).toEqual([
      '81',
      '80-stable',
      '80',
    ]);
  });

  it('pages and filters what a provider answered, without asking it again', async () => {
    const jenkins = jenkinsAnswering();
    const api = await start({
      database: { knex: await databases.init(databaseId) },
      extra: withProviders(jenkins),
    });
    const first = await api.get(`${ORDERS}/deployments?limit=2`);
    const second = await api.get(
      `${ORDERS}/deployments?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toMatchObject([{ id: '80' }]);
    expect(second.body.nextCursor).toBeUndefined();
    expect(
      (await api.get(`${ORDERS}/runs?cursor=${first.body.nextCursor}`)).status,
    ).toBe(400);
    expect(
      (await api.get(`${ORDERS}/deployments?environment=stable`)).body,
    ).toMatchObject({ totalItems: 1 });
    expect((await api.get(`${ORDERS}/metrics?days=31`)).status).toBe(400);
    expect(jenkins.fetch).toHaveBeenCalledTimes(1);
  });

  it('comes to the same state for events in any order, and twice', async () => {
    const events = happenings();
    const interleaved = events.map(
      (_, index) => events[(index * 5 + 3) % events.length],
    );
    const states: unknown[] = [];
    for (const order of [
      events,
      events.toReversed(),
      [...interleaved, ...events],
    ]) {
      const api = await start({
        database: { knex: await databases.init(databaseId) },
      });
      const sent = await batch(api, order);
      expect(sent.status).toBe(200);
      expect(
        sent.body.items.map(({ status }: { status: string }) => status),
      ).toEqual(
        order.map((_, index) =>
          index < events.length ? 'accepted' : 'duplicate',
        ),
      );
      states.push(await shown(api));
      await api.stop();
      backend = undefined;
    }
    expect(states[0]).toMatchObject(HAPPENED);
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });
});

function batch(api: Backend, events: TestCdEvent[]) {
  return api.post('/delivery/events', JSON.stringify(events.map(structured)), {
    ...asService(),
    'Content-Type': 'application/cloudevents-batch+json',
  });
}

describe('an environment of several names', () => {
  let api: Backend;
  const list = (environment: string) =>
    api.get(`${ORDERS}/deployments?environment=${environment}`);

  beforeEach(async () => {
    api = await start({
      config: {
        handover: {
          environments: [
            { name: 'staging' },
            { name: 'stable', aliases: ['live', 'prod'], production: true },
          ],
        },
      },
    });
    const image = (letter: string) =>
      `pkg:oci/orders@sha256%3A${letter.repeat(64)}?tag=${letter}`;
    const deploy = (
      kind: string,
      letter: string,
      environment: string,
      minutes: number,
    ) =>
      cdEvent(kind, {
        content: {
          environment: { id: environment },
          artifactId: image(letter),
        },
        at: minutesAgo(minutes),
      });
    await batch(api, [
      deploy('service.deployed', 'a', 'Stable', 90),
      deploy('service.upgraded', 'b', 'LIVE', 60),
      deploy('service.rolledback', 'a', 'prod', 30),
      deploy('service.deployed', 'b', 'qa', 20),
      cdEvent('incident.detected', {
        content: { environment: { id: 'Prod' } },
        at: minutesAgo(50),
      }),
    ]);
  });

  it('is one environment in the promotion, the deployments and the metrics', async () => {
    const promotion = await api.get(`${ORDERS}/promotion`);
    expect(promotion.body.environments).toMatchObject([
      { name: 'staging' },
      {
        name: 'stable',
        deployment: { environment: 'stable', artifact: { version: 'a' } },
      },
    ]);
    const stable = await list('live');
    expect(stable.body.items).toMatchObject([
      { environment: 'stable', outcome: 'succeeded' },
      { environment: 'stable', outcome: 'rolledBack' },
      { environment: 'stable', outcome: 'succeeded' },
    ]);
    expect((await list('STABLE')).body.items).toEqual(stable.body.items);
    const metrics = await api.get(`${ORDERS}/metrics`);
    expect(metrics.body).toMatchObject({
      environment: 'stable',
      deploymentFrequency: { count: 3 },
      changeFailureRate: { failed: 1, sampleSize: 3 },
    });
  });

  it('stands beside one that nobody declared and something was deployed to', async () => {
    expect((await list('QA')).body.items).toMatchObject([
      { environment: 'qa' },
    ]);
    const refused = await list('stabel');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain(
      "No environment 'stabel' is known, did you mean 'stable'?",
    );
  });
});

describe('events', () => {
  it('are taken from those alone who may report', async () => {
    const api = await start({ mayReport: false });
    const { status, body } = await batch(api, [cdEvent('service.deployed')]);
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      "Not permitted: 'handover.delivery.report'",
    );
    expect((await api.get(`${ORDERS}/deployments`)).body.totalItems).toBe(0);
  });

  it('takes them in binary and structured, once', async () => {
    const api = await start();
    const event = cdEvent('service.deployed');
    const binary = await api.post('/delivery/events', event, {
      ...asService(),
      ...binaryHeaders(event),
    });
    expect(binary.body).toEqual({
      items: [
        {
          id: event.context.id,
          source: '/ci/shop',
          type: 'dev.cdevents.service.deployed.0.2.0',
          status: 'accepted',
        },
      ],
    });
    const again = await api.post(
      '/delivery/events',
      JSON.stringify(structured(event)),
      { ...asService(), 'Content-Type': 'application/cloudevents+json' },
    );
    expect(again.body.items).toMatchObject([{ status: 'duplicate' }]);
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'delivery-event-receive',
        severityLevel: 'medium',
      }),
    );
  });

  it('takes a batch, and says of each event why it was not taken', async () => {
    const api = await start();
    const bySource = cdEvent('service.deployed', {
      source: '/ci/billing',
      custom: { demonstration: true },
    });
    const unknown = cdEvent('service.deployed', {
      custom: { entityRef: 'component:default/gone' },
    });
    const nobodys = cdEvent('service.deployed', { custom: {} });
    const broken = cdEvent('service.deployed', {
      content: { artifactId: 'pkg:oci/x@1' },
    });
    const answers = await batch(api, [bySource, unknown, nobodys, broken]);
    expect(answers.body.items).toMatchObject([
      { status: 'accepted' },
      {
        id: unknown.context.id,
        status: 'rejected',
        reason: "No entity 'component:default/gone' found in the catalog",
      },
      {
        status: 'rejected',
        reason: expect.stringContaining('handover.dev/cdevents-source'),
      },
      {
        status: 'rejected',
        problems: [
          {
            path: 'data.subject.content.environment',
            message: expect.any(String),
          },
        ],
      },
    ]);
    expect(
      (await api.get('/delivery/component/default/billing/deployments')).body,
    ).toMatchObject({
      totalItems: 1,
      providers: [{ id: 'cdevents', demonstration: true }],
    });
  });

  it('takes an empty text for none', async () => {
    const api = await start();
    const answers = await batch(api, [
      cdEvent('pipelinerun.started', {
        subjectId: 'run-1',
        content: { pipelineName: '', url: '' },
      }),
      cdEvent('taskrun.started', {
        subjectId: 'task-1',
        content: { taskName: '', uri: '', pipelineRun: { id: 'run-1' } },
      }),
    ]);
    expect(answers.body.items).toMatchObject([
      { status: 'accepted' },
      { status: 'accepted' },
    ]);
    const [run] = (await api.get(`${ORDERS}/runs`)).body.items;
    expect(run).toMatchObject({
      pipeline: '/ci/shop#run-1',
      stages: [{ name: 'task-1' }],
    });
    expect(run).not.toHaveProperty('url');
    expect(run.stages[0]).not.toHaveProperty('url');
  });

  it('says what is wrong with what it refuses', async () => {
    const api = await start();
    const event = cdEvent('service.deployed');
    const send = async (
      body: unknown,
      type = 'application/cloudevents+json',
    ) => {
      const { status, body: answer } = await api.post(
        '/delivery/events',
        typeof body === 'string' ? body : JSON.stringify(body),
        { ...asService(), 'Content-Type': type },
      );
      return [status, answer.error?.message];
    };
    await expect(send('{')).resolves.toEqual([
      400,
      expect.stringContaining('not JSON'),
    ]);
    await expect(send([])).resolves.toEqual([
      400,
      expect.stringContaining('must be a JSON object'),
    ]);
    await expect(
      send({}, 'application/cloudevents-batch+json'),
    ).resolves.toEqual([400, expect.stringContaining('JSON array')]);
    await expect(
      send({ ...structured(event), source: 'another' }),
    ).resolves.toEqual([400, expect.stringContaining('data.context.source')]);
    await expect(
      send(structured(cdEvent('service.deployed', { version: '0.2.0' }))),
    ).resolves.toEqual([400, expect.stringContaining('data.context.version')]);
    await expect(
      send(structured(cdEvent('service.deployed', { at: 'yesterday' }))),
    ).resolves.toEqual([
      400,
      expect.stringContaining('data.context.timestamp'),
    ]);
    await expect(send('x'.repeat(1_100_000))).resolves.toEqual([
      413,
      expect.any(String),
    ]);
    const plain = await api.post('/delivery/events', { a: 1 }, asService());
    expect(plain.status).toBe(400);

    // Nobody posts events from a browser.
    const asUser = await api.post(
      '/delivery/events',
      JSON.stringify(structured(event)),
      {
        ...as('user:default/ada'),
        'Content-Type': 'application/cloudevents+json',
      },
    );
    expect(asUser.status).toBe(403);
  });
});

describe('a pipeline provider', () => {
  const provider = (
    fetch: PipelineProvider['fetch'],
    id = 'jenkins',
  ): PipelineProvider => ({
    id,
    title: 'Jenkins',
    appliesTo: () => true,
    fetch,
  });
  const nothing = { runs: [], deployments: [] };

  /** Asks again and again, each time as if what was found were old. */
  const configured = (delivery: object) => ({
    config: {
      handover: { delivery: { maxAge: { milliseconds: 1 }, ...delivery } },
    },
  });

  async function look(api: Backend) {
    const { body } = await api.get(`${ORDERS}/runs`);
    return body.providers;
  }

  it('that does not answer in time is aborted and named', async () => {
    let wasTold = false;
    const api = await start({
      ...configured({ timeout: { milliseconds: 100 } }),
      extra: withProviders(
        provider(({ signal }) => {
          signal.addEventListener('abort', () => {
            wasTold = true;
          });
          // It does not heed it.
          return new Promise(() => {});
        }),
      ),
    });
    expect(await look(api)).toMatchObject([
      {
        id: 'jenkins',
        status: 'failing',
        message: 'Jenkins did not answer within 0.1 seconds',
      },
    ]);
    expect(wasTold).toBe(true);
  });

  it('that is slow at first holds nobody up for long', async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const api = await start({
      ...configured({ wait: { milliseconds: 100 } }),
      extra: withProviders(
        provider(async () => {
          await held;
          return nothing;
        }),
      ),
    });
    const started = Date.now();
    expect(await look(api)).toEqual([]);
    expect(Date.now() - started).toBeLessThan(3_000);
    release();
    await eventually(async () =>
      expect(await look(api)).toMatchObject([{ status: 'ok' }]),
    );
  });

  it('that failed is left alone for a time, and as long as it says', async () => {
    const failing = jest.fn(async () => {
      throw new Error('The certificate has expired');
    });
    const limited = jest.fn(async () => {
      throw new RateLimitedError({
        message: 'GitLab has reached its rate limit',
        retryAt: new Date(Date.now() + 300),
      });
    });
    const api = await start({
      ...configured({}),
      extra: withProviders(provider(failing), provider(limited, 'gitlab')),
    });
    const [first] = [await look(api), await look(api), await look(api)];
    expect(first).toMatchObject([
      { id: 'gitlab', status: 'failing' },
      { id: 'jenkins', message: 'The certificate has expired' },
    ]);
    expect(failing).toHaveBeenCalledTimes(1);
    await eventually(async () => {
      await look(api);
      expect(limited).toHaveBeenCalledTimes(2);
    });
    const [gitlab] = await look(api);
    expect(failing).toHaveBeenCalledTimes(1);
    // Since when it fails stays.
    expect(gitlab.failingSince).toBe(first[0].failingSince);
  });

  it('that failed and is not asked any more does not fail for ever', async () => {
    let applies = true;
    const api = await start({
      ...configured({}),
      extra: withProviders({
        ...provider(async () => {
          throw new Error('There is no such job');
        }),
        appliesTo: () => applies,
      }),
    });
    expect(await look(api)).toMatchObject([{ status: 'failing' }]);
    applies = false;
    await eventually(async () =>
      expect(await look(api)).toEqual([
        { id: 'jenkins', title: 'Jenkins', status: 'ok' },
      ]),
    );
  });

  it('that cannot be asked says so, however it failed', async () => {
    let hangs = false;
    const catalog = catalogServiceMock({ entities });
    const api = await start({
      catalog: catalogServiceMock.mock({
        getEntityByRef: (...args) =>
          hangs ? new Promise(() => {}) : catalog.getEntityByRef(...args),
        getEntitiesByRefs: (...args) => catalog.getEntitiesByRefs(...args),
        queryEntities: (...args) => catalog.queryEntities(...args),
        streamEntities: (...args) => catalog.streamEntities(...args),
      }),
      config: {
        handover: {
          backends: { timeout: { milliseconds: 100 } },
          delivery: { maxAge: { milliseconds: 1 } },
        },
      },
      extra: withProviders(provider(async () => nothing)),
    });
    expect(await look(api)).toMatchObject([{ status: 'ok' }]);
    hangs = true;
    await eventually(async () =>
      expect(await look(api)).toMatchObject([
        {
          status: 'failing',
          message:
            'The pipelines could not be read: The catalog did not answer within 0.1 seconds',
          fetchedAt: expect.any(String),
        },
      ]),
    );
    hangs = false;
    await eventually(async () =>
      expect(await look(api)).toMatchObject([{ status: 'ok' }]),
    );
  });

  describe('that answers anything', () => {
    const run = {
      id: '81',
      provider: 'another',
      pipeline: 'orders\0',
      status: 'succeeded' as const,
      stages: Array.from({ length: 500 }, (_, index) => ({
        name: `Stage ${index}`,
        status: 'succeeded' as const,
        startedAt: 'yesterday',
        // eslint-disable-next-line no-script-url
        url: 'javascript:alert(1)',
      })),
      startedAt: '2026-11-20T10:00:00+01:00',
      finishedAt: 'never',
      branch: 'x'.repeat(100_000),
      url: 'file:///etc/passwd',
    };
    const deployment = {
      id: '81',
      provider: 'another',
      environment: 'stable',
      at: minutesAgo(3),
      mergedAt: '',
      outcome: 'succeeded' as const,
      artifact: { version: '1.4.0', digest: 7 as unknown as string },
    };
    const withAnything = () =>
      start({
        extra: withProviders(
          provider(async () => ({
            ...nothing,
            runs: [run, { ...run, id: '' }],
            deployments: [
              deployment,
              { ...deployment, id: 'no time', at: 'never' },
              {
                ...deployment,
                id: 'of the future',
                at: '9999-12-31T00:00:00Z',
              },
              { ...deployment, id: 'nowhere', environment: '' },
            ],
          })),
        ),
      });

    it('has runs of what is valid in them', async () => {
      const api = await withAnything();
      const { body: runs } = await api.get(`${ORDERS}/runs`);
      expect(runs.items).toEqual([
        {
          id: '81',
          provider: 'jenkins',
          pipeline: 'orders',
          status: 'succeeded',
          branch: 'x'.repeat(2_000),
          startedAt: '2026-11-20T09:00:00.000Z',
          stages: expect.any(Array),
        },
      ]);
      expect(runs.items[0].stages).toHaveLength(200);
      expect(runs.items[0].stages[7]).toEqual({
        name: 'Stage 7',
        status: 'succeeded',
      });
    });

    it('has the deployments that are valid', async () => {
      const api = await withAnything();
      const { body: deployments } = await api.get(`${ORDERS}/deployments`);
      expect(deployments.items).toEqual([
        {
          id: '81',
          provider: 'jenkins',
          environment: 'stable',
          at: minutesAgo(3),
          outcome: 'succeeded',
          artifact: { version: '1.4.0' },
        },
      ]);
    });
  });

  it('whose id is taken is named, and fails alone where it may', async () => {
    const extra = withProviders(
      provider(async () => nothing),
      provider(async () => nothing, 'cdevents'),
    );
    await expect(start({ extra })).rejects.toThrow(
      "Module 'cdevents' for plugin 'handover' startup failed; caused by Error: The id 'cdevents' is used by another pipeline provider",
    );
    const api = await start({
      extra,
      config: {
        backend: {
          startup: { default: { onPluginModuleBootFailure: 'continue' } },
        },
      },
    });
    expect(await look(api)).toMatchObject([{ id: 'jenkins', status: 'ok' }]);
  });
});

it('tells nothing to those who may not read the handover', async () => {
  let answers: PolicyDecision['result'][] = [];
  const api = await start({
    authorize: async requests =>
      requests.map((_, index) => ({
        result: answers[index] ?? AuthorizeResult.ALLOW,
      })) as PolicyDecision[],
  });
  for (const [decisions, status, who] of [
    [[AuthorizeResult.DENY], 403, 'ada'],
    [[AuthorizeResult.ALLOW, AuthorizeResult.DENY], 404, 'bob'],
  ] as const) {
    answers = [...decisions];
    for (const path of ['runs', 'deployments', 'promotion', 'metrics']) {
      const response = await api.get(
        `${ORDERS}/${path}`,
        as(`user:default/${who}`),
      );
      expect([path, response.status]).toEqual([path, status]);
    }
  }
  answers = [];
  const gone = await api.get('/delivery/component/default/gone/promotion');
  expect(gone.status).toBe(404);
});

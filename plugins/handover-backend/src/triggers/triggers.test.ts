import {
  type MetricsQueryOptions,
  type MetricsSource,
  metricsSourcesExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  as,
  asService,
  component,
  nobody,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { cdEvent, structured } from '../delivery/__testUtils__/events';

jest.setTimeout(60_000);

const ORDERS = '/triggers/component/default/orders';
const entities = [component('orders'), component('billing')];

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const HANDOVER = `apiVersion: handover.dev/v1
kind: Handover
environments:
  items: [{ name: qa }, { name: production }]
rollback:
  triggers:
    - Customers report wrong totals
    - { text: Requests fail, query: errors, above: 0.01, for: PT2M, unit: ratio }
    - { text: Requests take long, query: latency, above: 0.5 }
    - { text: Nobody orders, query: orders, below: 1 }
  watchFor: PT30M
  decideWithin: PT10M
`;

async function start(
  sources: MetricsSource[],
  options: Partial<Parameters<typeof startHandoverBackend>[0]> = {},
) {
  backend = await startHandoverBackend({
    entities,
    extra: sources.map((each, index) =>
      createBackendModule({
        pluginId: 'handover',
        moduleId: `metrics-${index}`,
        register(env) {
          env.registerInit({
            deps: { metrics: metricsSourcesExtensionPoint },
            async init({ metrics }) {
              metrics.addSource(each);
            },
          });
        },
      }),
    ),
    ...options,
  });
  for (const name of ['orders', 'billing']) {
    await backend.put(`/documents/component/default/${name}`, HANDOVER, {
      'If-None-Match': '*',
    });
  }
  return backend;
}

/** A series with this value at every step. */
const always = (value: number, { from, to, stepMs }: MetricsQueryOptions) => ({
  samples: Array.from(
    { length: Math.floor((to.getTime() - from.getTime()) / stepMs) + 1 },
    (_, index) => ({ at: from.getTime() + index * stepMs, value }),
  ),
});

/** A system in which each query has this result all the time. */
function source(
  results: Record<string, number[]>,
  more: Partial<MetricsSource> = {},
): MetricsSource {
  const answer: MetricsSource['queryRange'] = async options =>
    (results[options.query] ?? []).map(value => always(value, options));
  return {
    id: 'main',
    title: 'Prometheus',
    appliesTo: () => true,
    queryRange: jest.fn(answer),
    ...more,
  };
}

const statesOf = (body: { items: object[] }) =>
  body.items.map(item => {
    const { state, reason, message } = item as Record<string, string>;
    return [state, ...(reason ? [reason] : []), ...(message ? [message] : [])];
  });

describe('GET /triggers/:kind/:namespace/:name', () => {
  it('evaluates each trigger that has a query, in the order of the handover', async () => {
    const { get } = await start([
      source({ errors: [0.02], latency: [0.2], orders: [0.5] }),
    ]);
    const { body } = await get(ORDERS, as('user:default/ada'));
    expect(statesOf(body)).toEqual([['met'], ['notMet'], ['met']]);
    expect(body.items[0]).toEqual({
      text: 'Requests fail',
      query: 'errors',
      above: 0.01,
      for: 'PT2M',
      unit: 'ratio',
      state: 'met',
      value: 0.02,
      at: expect.any(String),
      since: expect.any(String),
      orEarlier: true,
      source: 'main',
      history: {
        from: expect.any(String),
        stepSeconds: 30,
        values: Array.from({ length: 121 }, () => 0.02),
      },
    });
    expect(body.sources).toEqual([
      {
        id: 'main',
        title: 'Prometheus',
        status: 'ok',
        checkedAt: expect.any(String),
      },
    ]);
    expect(body).not.toHaveProperty('watch');
  });

  it('watches them after a production deployment, with the time to decide', async () => {
    const { get, post } = await start([source({ latency: [2] })]);
    const deployed = (environment: string, minutes: number, more = {}) =>
      structured(
        cdEvent('service.deployed', {
          at: new Date(Date.now() - minutes * 60_000).toISOString(),
          content: {
            environment: { id: environment },
            artifactId: `pkg:oci/orders@sha256%3A${'3f'.repeat(32)}?tag=1.4.0`,
          },
          ...more,
        }),
      );
    const report = (...events: object[]) =>
      post('/delivery/events', JSON.stringify(events), {
        'Content-Type': 'application/cloudevents-batch+json',
        ...asService(),
      });
    await report(deployed('production', 45), deployed('qa', 1));
    expect((await get(ORDERS)).body).not.toHaveProperty('watch');
    await report(deployed('PROD', 4));
    const { watch } = (await get(ORDERS)).body;
    expect(watch).toEqual({
      environment: 'production',
      version: '1.4.0',
      deployedAt: expect.any(String),
      until: expect.any(String),
      decideBy: expect.any(String),
    });
    const minutes = (time: string) =>
      (Date.parse(time) - Date.parse(watch.deployedAt)) / 60_000;
    expect([minutes(watch.until), minutes(watch.decideBy)]).toEqual([30, 10]);
  });

  it('knows nothing where no source is installed or applies', async () => {
    const unknown = ['unknown', 'noSource'];
    const { get } = await start([source({}, { appliesTo: () => false })]);
    const { body } = await get(ORDERS);
    expect(statesOf(body)).toEqual([unknown, unknown, unknown]);
    expect(body.sources).toEqual([]);
  });

  it('asks nobody about a handover without queries', async () => {
    const main = source({});
    const { get, put } = await start([main]);
    await put(
      '/documents/component/default/orders',
      HANDOVER.replace(/ {4}- \{.*\n/g, ''),
      { 'If-Match': '"1"' },
    );
    expect((await get(ORDERS)).body).toEqual({ items: [], sources: [] });
    expect(main.queryRange).not.toHaveBeenCalled();
  });

  it('answers only those who may read the entity and its handover, and records them', async () => {
    const { DENY, ALLOW } = AuthorizeResult;
    const main = source({ errors: [1] });
    let answers: (typeof DENY | typeof ALLOW)[] = [];
    const { get, auditor } = await start([main], {
      authorize: async requests =>
        requests.map((_, index) => ({ result: answers[index] ?? ALLOW })),
    });
    answers = [DENY];
    expect((await get(ORDERS, as('user:default/ada'))).status).toBe(403);
    answers = [ALLOW, DENY];
    expect((await get(ORDERS, as('user:default/bob'))).status).toBe(404);
    expect((await get(ORDERS, nobody)).status).toBe(401);
    expect(main.queryRange).not.toHaveBeenCalled();
    answers = [];
    await get(ORDERS, asService());
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'trigger-fetch',
      request: expect.anything(),
      meta: { entityRef: 'component:default/orders' },
    });
    expect((await get('/triggers/component/default/absent')).status).toBe(404);
  });
});

describe('a source of metrics', () => {
  const calm = source({ errors: [0], latency: [0], orders: [9] });
  const latencyFails = (fail: MetricsSource['queryRange']) =>
    source(
      {},
      {
        queryRange: async options =>
          options.query === 'latency'
            ? fail(options)
            : calm.queryRange(options),
      },
    );

  it.each<[string, MetricsSource['queryRange'], RegExp]>([
    [
      'throws',
      () => {
        throw new Error('Prometheus: https://ada:hunter2secret@example.com');
      },
      /^Prometheus: (?!.*hunter2secret)/,
    ],
    [
      'never answers',
      () => new Promise(() => {}),
      /^Prometheus did not answer within 0\.3 seconds$/,
    ],
    [
      'answers nonsense',
      async () => ({ status: 'success' } as never),
      /^Prometheus returned an unexpected response/,
    ],
    [
      'answers with text for a number',
      async ({ to }) =>
        [{ samples: [{ at: to.getTime(), value: '0' }] }] as never,
      /unexpected response at '0\.samples\.0\.value': must be a number$/,
    ],
    [
      'answers with results of the future',
      async ({ to }) => [
        { samples: [{ at: to.getTime() + 3_600_000, value: 0 }] },
      ],
      /unexpected response at '0\.samples\.0\.at'/,
    ],
    [
      'answers with too many series',
      async options => Array.from({ length: 101 }, () => always(0, options)),
      /unexpected response/,
    ],
  ])('that %s makes only its trigger unknown', async (_, fail, message) => {
    const { get } = await start([latencyFails(fail)], {
      config: { handover: { triggers: { timeout: { milliseconds: 300 } } } },
    });
    const { body } = await get(ORDERS);
    expect(statesOf(body)).toEqual([
      ['notMet'],
      ['unknown', 'queryFailed', expect.stringMatching(message)],
      ['notMet'],
    ]);
    expect(body.sources).toEqual([expect.objectContaining({ status: 'ok' })]);
  });

  it('that answers no query is failing, and another one still counts', async () => {
    const confused = source(
      {},
      {
        id: 'other',
        appliesTo: () => {
          throw new Error('Prometheus is confused');
        },
      },
    );
    const { get } = await start([confused, source({ errors: [1] })]);
    const { body } = await get(ORDERS);
    expect(statesOf(body)).toEqual([
      ['met'],
      ['unknown', 'queryFailed', 'Prometheus is confused'],
      ['unknown', 'queryFailed', 'Prometheus is confused'],
    ]);
    expect(body.sources).toEqual([
      expect.objectContaining({
        id: 'other',
        status: 'failing',
        message: 'Prometheus is confused',
      }),
      expect.objectContaining({ id: 'main', status: 'ok' }),
    ]);
  });

  it('is asked once by all, until the handover changes', async () => {
    const main = source({ errors: [1] });
    const { get, put } = await start([main]);
    await Promise.all([get(ORDERS), get(ORDERS)]);
    await get(ORDERS);
    expect(main.queryRange).toHaveBeenCalledTimes(3);
    await put(
      '/documents/component/default/orders',
      HANDOVER.replace('above: 0.01', 'above: 5'),
      { 'If-Match': '"1"' },
    );
    expect(statesOf((await get(ORDERS)).body)[0]).toEqual(['notMet']);
    expect(main.queryRange).toHaveBeenCalledTimes(6);
  });

  it('cannot have the id of another', async () => {
    await expect(start([source({}), source({})])).rejects.toThrow(
      "The id 'main' is used by another source of metrics",
    );
  });
});

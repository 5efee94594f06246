import type {
  AlertProvider,
  ProvidedAlert,
} from '@backstage-handover/plugin-handover-node';
import {
  alertProvidersExtensionPoint,
  RateLimitedError,
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

jest.setTimeout(60_000);

const ORDERS = '/alerts/component/default/orders';
const entities = [component('orders'), component('billing')];

/** So short that every request reads anew. */
const AT_ONCE = {
  handover: { alerts: { maxAge: { milliseconds: 1 } } },
};

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

type Options = Partial<Parameters<typeof startHandoverBackend>[0]>;

async function start(providers: AlertProvider[], options: Options = {}) {
  backend = await startHandoverBackend({
    entities,
    extra: providers.map((each, index) =>
      createBackendModule({
        pluginId: 'handover',
        moduleId: `alerts-${index}`,
        register(env) {
          env.registerInit({
            deps: { alerts: alertProvidersExtensionPoint },
            async init({ alerts }) {
              alerts.addProvider(each);
            },
          });
        },
      }),
    ),
    ...options,
  });
  return backend;
}

/** A system with these alerts of every entity. */
function provider(
  fetch: AlertProvider['fetch'],
  more: Partial<AlertProvider> = {},
): AlertProvider {
  return {
    id: 'pager',
    title: 'Pager',
    appliesTo: () => true,
    fetch: jest.fn(fetch),
    ...more,
  };
}

const alert = (name: string, more: Partial<ProvidedAlert> = {}) => ({
  id: name,
  name,
  since: '2026-11-29T01:00:00.000Z',
  labels: { service: 'orders' },
  ...more,
});

const full = alert('ErrorRateHigh', {
  severity: 'critical',
  summary: '2 % of orders fail',
  acknowledged: { at: '2026-11-29T02:00:00.000Z', by: 'bo' },
  silenced: {
    until: '2026-11-30T01:00:00.000Z',
    by: 'ada',
    comment: 'Known',
  },
  inhibited: true,
  url: 'https://pager.example.com/1',
  runbookUrl: 'https://runbooks.example.com/1',
  environment: 'production',
});

describe('GET /alerts/:kind/:namespace/:name', () => {
  it('has what the providers say, the most urgent first', async () => {
    const { get } = await start([
      provider(async () => [full, alert('Slow')]),
      provider(async () => [alert('Down', { severity: 'page' })], {
        id: 'other',
        title: 'Other',
      }),
      provider(async () => [alert('Elsewhere')], {
        id: 'absent',
        appliesTo: () => false,
      }),
    ]);
    const { body } = await get(ORDERS, as('user:default/ada'));
    expect(body).toEqual({
      items: [
        { ...alert('Down', { severity: 'page' }), provider: 'other' },
        { ...alert('Slow'), provider: 'pager' },
        { ...full, provider: 'pager' },
      ],
      providers: [
        {
          id: 'pager',
          title: 'Pager',
          status: 'ok',
          checkedAt: expect.any(String),
        },
        {
          id: 'other',
          title: 'Other',
          status: 'ok',
          checkedAt: expect.any(String),
        },
      ],
    });
  });

  it('has no providers where none is installed, or none applies', async () => {
    const nothing = { items: [], providers: [] };
    const { get } = await start([]);
    expect((await get(ORDERS)).body).toEqual(nothing);
    await backend!.stop();
    await start([provider(async () => [], { appliesTo: () => false })]);
    expect((await backend!.get(ORDERS)).body).toEqual(nothing);
  });

  it('calls each environment by its one name', async () => {
    const { get, put } = await start(
      [
        provider(async () => [
          alert('a', { environment: 'PROD' }),
          alert('b', { environment: 'qa-EU' }),
          alert('c', { environment: 'moon' }),
        ]),
      ],
      {
        config: {
          handover: {
            environments: [{ name: 'production', aliases: ['prod'] }],
          },
        },
      },
    );
    await put(
      '/documents/component/default/orders',
      `apiVersion: handover.dev/v1
kind: Handover
environments:
  items:
    - name: QA-eu
`,
      { 'If-None-Match': '*' },
    );
    const { body } = await get(ORDERS);
    expect(
      body.items.map((each: { environment: string }) => each.environment),
    ).toEqual(['production', 'QA-eu', 'moon']);
  });

  it('answers only those who may read the entity and its handover', async () => {
    const { DENY, ALLOW } = AuthorizeResult;
    const pager = provider(async () => [full]);
    let answers: (typeof DENY | typeof ALLOW)[] = [];
    const { get } = await start([pager], {
      authorize: async requests =>
        requests.map((_, index) => ({ result: answers[index] ?? ALLOW })),
    });
    answers = [DENY];
    expect((await get(ORDERS, as('user:default/ada'))).status).toBe(403);
    answers = [ALLOW, DENY];
    expect((await get(ORDERS, as('user:default/bob'))).status).toBe(404);
    expect((await get(ORDERS, nobody)).status).toBe(401);
    expect(pager.fetch).not.toHaveBeenCalled();
  });

  it('has no alerts of an entity that is not there', async () => {
    const { get } = await start([provider(async () => [full])]);
    const { status } = await get('/alerts/component/default/absent');
    expect(status).toBe(404);
  });

  it('records who reads alerts', async () => {
    const { get, auditor } = await start([provider(async () => [])]);
    await get(ORDERS, asService());
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'alert-fetch',
      request: expect.anything(),
      meta: { entityRef: 'component:default/orders' },
    });
  });
});

describe('a provider of alerts', () => {
  const failing = (message: string | RegExp) => ({
    id: 'pager',
    title: 'Pager',
    status: 'failing',
    message: expect.stringMatching(message),
    checkedAt: expect.any(String),
  });

  it.each<[string, AlertProvider, RegExp]>([
    [
      'throws',
      provider(async () => {
        throw new Error('Pager cannot be reached');
      }),
      /^Pager cannot be reached$/,
    ],
    [
      'cannot say whether it applies',
      provider(async () => [], {
        appliesTo: () => {
          throw new Error('Pager is confused');
        },
      }),
      /^Pager is confused$/,
    ],
    [
      'never answers',
      provider(() => new Promise(() => {})),
      /^Pager did not answer within 0\.2 seconds$/,
    ],
    [
      'has an alert without a time',
      provider(async () => [alert('Slow'), alert('Down', { since: 'noon' })]),
      /^Pager returned an unexpected response at '1\.since': must be a time$/,
    ],
    [
      'returns no list',
      provider(async () => ({ alerts: [] } as never)),
      /^Pager returned an unexpected response/,
    ],
    [
      'shows a password',
      provider(async () => {
        throw new Error('Pager: https://ada:hunter2secret@pager.example.com');
      }),
      /^Pager: (?!.*hunter2secret)/,
    ],
  ])(
    'that %s is failing, and the others still answer',
    async (_, pager, message) => {
      const other = provider(async () => [alert('Down')], {
        id: 'other',
        title: 'Other',
      });
      const { get } = await start([pager, other], {
        config: {
          handover: { alerts: { timeout: { milliseconds: 200 } } },
        },
      });
      const { body } = await get(ORDERS);
      expect(body.items).toEqual([{ ...alert('Down'), provider: 'other' }]);
      expect(body.providers).toEqual([
        failing(message),
        expect.objectContaining({ id: 'other', status: 'ok' }),
      ]);
    },
  );

  it('is not asked again while the result is recent, for this entity', async () => {
    const pager = provider(async () => [full]);
    const { get } = await start([pager]);
    const first = await get(ORDERS);
    expect((await get(ORDERS)).body).toEqual(first.body);
    expect(pager.fetch).toHaveBeenCalledTimes(1);
    await get('/alerts/component/default/billing');
    expect(pager.fetch).toHaveBeenCalledTimes(2);
  });

  it('is asked again when the result is old', async () => {
    const pager = provider(async () => [full]);
    const { get } = await start([pager], { config: AT_ONCE });
    expect((await get(ORDERS)).body.items).toHaveLength(1);
    (pager.fetch as jest.Mock).mockResolvedValue([]);
    expect((await get(ORDERS)).body.items).toEqual([]);
  });

  it('is left alone while it limits requests, and failing meanwhile', async () => {
    const ask = jest.fn(async (): Promise<ProvidedAlert[]> => {
      throw new RateLimitedError({
        message: 'Pager has reached its rate limit',
        retryAt: new Date(Date.now() + 60_000),
      });
    });
    const { get } = await start(
      [provider(({ rateLimits }) => rateLimits.ask('pager', ask))],
      { config: AT_ONCE },
    );
    const limited = failing('Pager has reached its rate limit');
    expect((await get(ORDERS)).body.providers).toEqual([limited]);
    const { body } = await get('/alerts/component/default/billing');
    expect(body).toEqual({ items: [], providers: [limited] });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('may say anything', async () => {
    const long = 'x'.repeat(5_000);
    const { get } = await start([
      provider(async () => [
        alert('Down', {
          severity: '',
          summary: `see https://ada:hunter2secret@example.com ${long}`,
          url: 'file:///etc/passwd',
          runbookUrl: 'https://ada:hunter2secret@runbooks.example.com/1',
          labels: Object.fromEntries(
            Array.from({ length: 100 }, (_, index) => [`l${index}`, long]),
          ),
        }),
      ]),
    ]);
    const { text, body } = await get(ORDERS);
    const [item] = body.items;
    expect(text).not.toContain('hunter2secret');
    expect(item).not.toHaveProperty('url');
    expect(item).not.toHaveProperty('severity');
    expect(item.summary.length).toBeLessThanOrEqual(1_000);
    expect(Object.values<string>(item.labels)).toHaveLength(30);
    expect(text.length).toBeLessThan(40_000);
  });

  it('may have many alerts, of which the most urgent are shown', async () => {
    const { get } = await start([
      provider(async () => [
        ...Array.from({ length: 299 }, (_, index) => alert(`Slow${index}`)),
        alert('Down', { severity: 'critical' }),
      ]),
    ]);
    const { body } = await get(ORDERS);
    expect(body.items).toHaveLength(200);
    expect(body.items[0].name).toBe('Down');
    expect(body.providers[0]).toMatchObject({ status: 'ok', omitted: 100 });
  });

  it('cannot have the id of another', async () => {
    const pager = () => provider(async () => []);
    await expect(start([pager(), pager()])).rejects.toThrow(
      "The id 'pager' is used by another alert provider",
    );
  });
});

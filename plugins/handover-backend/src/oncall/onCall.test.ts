import {
  type OnCallProvider,
  RateLimitedError,
} from '@backstage-handover/plugin-handover-node';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { modulesOf, systemThat } from './__testUtils__/systems';

jest.setTimeout(60_000);

const ORDERS = '/oncall/component/default/orders';
const entities = [component('orders'), component('billing')];
const ANN = { name: 'Ann Lee', email: 'ann@example.com' };
const OPSGENIE = { id: 'opsgenie', title: 'Opsgenie' };

const levelOf = (...people: object[]) => ({ levels: [{ level: 1, people }] });

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

let backend: Awaited<ReturnType<typeof startHandoverBackend>> | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

async function start(
  providers: OnCallProvider[],
  options: {
    onCall?: JsonObject;
    decision?: PolicyDecision;
    cache?: ReturnType<typeof mockServices.cache.mock>;
  } = {},
) {
  const { onCall = {}, decision, cache } = options;
  backend = await startHandoverBackend({
    entities,
    config: { handover: { onCall } },
    ...(decision && {
      authorize: async (requests: unknown[]) => requests.map(() => decision),
    }),
    extra: [...modulesOf(providers), ...(cache ? [cache.factory] : [])],
  });
  return backend;
}

describe('who is on call', () => {
  it('is what the system says, level by level', async () => {
    const until = inMs(3_600_000);
    const escalationPolicy = { name: 'Shop', url: 'https://pd.example.com/P1' };
    const next = { name: 'Bo', from: until };
    const first = { level: 1, people: [{ ...ANN, until }], next };
    const second = { level: 2, people: [] };
    const api = await start([
      systemThat(() => ({ escalationPolicy, levels: [second, first] })),
    ]);
    const { status, body } = await api.get(ORDERS);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        { provider: 'pagerduty', escalationPolicy, levels: [first, second] },
      ],
      providers: [
        {
          id: 'pagerduty',
          title: 'PagerDuty',
          status: 'ok',
          checkedAt: expect.any(String),
        },
      ],
    });
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'oncall-fetch',
        meta: { entityRef: 'component:default/orders' },
      }),
    );
  });

  it('is empty where no system applies', async () => {
    const system = systemThat(() => levelOf(ANN));
    const api = await start([system]);
    const { body } = await api.get('/oncall/component/default/billing');
    expect(body).toEqual({ items: [], providers: [] });
    expect(system.fetch).not.toHaveBeenCalled();
  });

  it('is not told of an entity that the catalog does not have', async () => {
    const api = await start([systemThat(() => levelOf(ANN))]);
    const { status, body } = await api.get(
      '/oncall/component/default/none',
      asService(),
    );
    expect(status).toBe(404);
    expect(body.error.message).toBe(
      "No entity 'component:default/none' found in the catalog",
    );
  });

  it('is told only to those who may read the handover', async () => {
    const system = systemThat(() => levelOf(ANN));
    const decision = { result: AuthorizeResult.DENY } as const;
    const api = await start([system], { decision });
    const { status } = await api.get(ORDERS, as('user:default/ann'));
    expect(status).toBe(404);
    expect((await api.get(ORDERS, asService())).status).toBe(403);
    expect(system.fetch).not.toHaveBeenCalled();
  });

  it('is asked for once by many at the same time, and then remembered', async () => {
    let answer = (_: object) => {};
    const system = systemThat(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    const api = await start([system]);
    const many = Promise.all([1, 2, 3].map(() => api.get(ORDERS)));
    while (api.auditor.createEvent.mock.calls.length < 3) {
      await new Promise(setImmediate);
    }
    while (system.fetch.mock.calls.length === 0) {
      await new Promise(setImmediate);
    }
    answer(levelOf(ANN));
    const [{ body }, ...others] = await many;
    expect(body.items).toMatchObject([levelOf(ANN)]);
    expect(others.map(each => each.body)).toEqual([body, body]);
    expect((await api.get(ORDERS)).body).toEqual(body);
    expect(system.fetch).toHaveBeenCalledTimes(1);
  });
});

describe('what is remembered', () => {
  const ttlsOf = async (
    said: () => unknown,
    onCall?: JsonObject,
  ): Promise<number> => {
    const cache = mockServices.cache.mock({ get: async () => undefined });
    const api = await start([systemThat(said)], { onCall, cache });
    await api.get(ORDERS);
    const [, , options] = cache.set.mock.calls.find(([key]) =>
      key.startsWith('oncall:'),
    )!;
    return Number(options?.ttl);
  };

  it('is used for a minute, unless something else is configured', async () => {
    await expect(ttlsOf(() => levelOf(ANN))).resolves.toBe(60_000);
    await backend?.stop();
    await expect(
      ttlsOf(() => levelOf(ANN), { maxAge: '5 seconds' }),
    ).resolves.toBe(5_000);
  });

  it('is not used beyond the end of a shift', async () => {
    const ttl = await ttlsOf(() => levelOf({ ...ANN, until: inMs(20_000) }));
    expect(ttl).toBeGreaterThan(1_000);
    expect(ttl).toBeLessThanOrEqual(20_000);
  });

  it('is not used beyond the beginning of a shift', async () => {
    const ttl = await ttlsOf(() => ({
      levels: [
        { level: 1, people: [], next: { name: 'Bo', from: inMs(20_000) } },
      ],
    }));
    expect(ttl).toBeGreaterThan(1_000);
    expect(ttl).toBeLessThanOrEqual(20_000);
  });

  it('is soon asked for again if a system failed', async () => {
    await expect(
      ttlsOf(() => {
        throw new Error('no');
      }),
    ).resolves.toBe(15_000);
  });

  it('is not needed: without a cache, the systems answer', async () => {
    const cache = mockServices.cache.mock({
      get: async () => {
        throw new Error('no cache');
      },
      set: async () => {
        throw new Error('no cache');
      },
    });
    const api = await start([systemThat(() => levelOf(ANN))], { cache });
    const { status, body } = await api.get(ORDERS);
    expect([status, body.providers[0].status]).toEqual([200, 'ok']);
  });
});

describe('a system', () => {
  const failing = (message: unknown) => [
    expect.objectContaining({ id: 'pagerduty', status: 'failing', message }),
  ];

  it('cannot bring a secret in the reason why it fails', async () => {
    const api = await start([
      systemThat(() => {
        throw new Error(
          'refused https://handover:Tr0ub4dor-3xz@ops.example.com',
        );
      }),
    ]);
    const { body } = await api.get(ORDERS);
    expect(body.providers).toEqual(
      failing('refused https://handover:[redacted]@ops.example.com'),
    );
  });

  it('that fails is named, and takes no other with it', async () => {
    const api = await start([
      systemThat(() => {
        throw Object.assign(new Error('PagerDuty answered 401'), {
          status: 401,
        });
      }),
      systemThat(() => levelOf(ANN), OPSGENIE),
    ]);
    const { status, body } = await api.get(ORDERS);
    expect(status).toBe(200);
    expect(body.items.map((item: JsonObject) => item.provider)).toEqual([
      'opsgenie',
    ]);
    expect(body.providers).toMatchObject([
      {
        id: 'pagerduty',
        status: 'failing',
        message: 'PagerDuty answered 401',
      },
      { id: 'opsgenie', status: 'ok' },
    ]);
  });

  it('that does not answer in time is aborted', async () => {
    let wasTold = false;
    const api = await start(
      [
        systemThat(({ signal }) => {
          signal.addEventListener('abort', () => {
            wasTold = true;
          });
          // It does not heed it.
          return new Promise(() => {});
        }),
      ],
      { onCall: { timeout: { milliseconds: 100 } } },
    );
    const { body } = await api.get(ORDERS);
    expect(body.items).toEqual([]);
    expect(body.providers).toEqual(
      failing('PagerDuty did not answer within 0.1 seconds'),
    );
    expect(wasTold).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['no levels', {}],
    ['a level without a number', { levels: [{ people: [] }] }],
    ['a level from 0', { levels: [{ level: 0, people: [] }] }],
    ['a level without people', { levels: [{ level: 1 }] }],
    ['a person without a name', levelOf({ name: ' ' })],
    [
      'a level twice',
      {
        levels: [
          { level: 1, people: [] },
          { level: 1, people: [ANN] },
        ],
      },
    ],
    ['a crowd', levelOf(...Array(101).fill(ANN))],
  ])('that says %s is failing, and names nobody', async (_what, said) => {
    const api = await start([systemThat(() => said)]);
    const { body } = await api.get(ORDERS);
    expect(body.items).toEqual([]);
    expect(body.providers).toEqual(
      failing(
        expect.stringMatching(/^PagerDuty returned an unexpected response/),
      ),
    );
  });

  it('cannot bring a link that runs, a time that is none, or a secret', async () => {
    const api = await start([
      systemThat(() =>
        levelOf({
          name: `Ann ${'x'.repeat(1_000)}`,
          // eslint-disable-next-line no-script-url
          url: 'javascript:alert(1)',
          email: 'ann@example.com?bcc=all@example.com',
          until: 'late',
        }),
      ),
      systemThat(
        () =>
          levelOf({ ...ANN, url: 'https://ann:hunter2hunter2@example.com' }),
        OPSGENIE,
      ),
    ]);
    const { body } = await api.get(ORDERS);
    const [[first], [second]] = body.items.map(
      ({ levels }: ReturnType<typeof levelOf>) => levels[0].people,
    );
    expect(Object.keys(first)).toEqual(['name']);
    expect(first.name).toHaveLength(300);
    expect(JSON.stringify(second)).not.toContain('hunter2');
  });

  it('that limits requests is left alone, for all entities', async () => {
    const system = {
      ...systemThat(() => {
        throw new RateLimitedError({
          message: 'PagerDuty has reached its rate limit',
          retryAt: new Date(Date.now() + 3_600_000),
        });
      }),
      appliesTo: () => true,
    };
    const api = await start([system]);
    const limited = failing('PagerDuty has reached its rate limit');
    expect((await api.get(ORDERS)).body.providers).toEqual(limited);
    const other = await api.get('/oncall/component/default/billing');
    expect(other.body.providers).toEqual(limited);
    expect(system.fetch).toHaveBeenCalledTimes(1);
  });

  it('that cannot say whether it applies is failing, and hides no other', async () => {
    const broken = {
      ...systemThat(() => levelOf(ANN)),
      appliesTo: () => {
        throw new Error('no');
      },
    };
    const api = await start([broken, systemThat(() => levelOf(ANN), OPSGENIE)]);
    const { body } = await api.get(ORDERS);
    expect(body.providers).toMatchObject([
      { id: 'pagerduty', status: 'failing', message: 'no' },
      { id: 'opsgenie', status: 'ok' },
    ]);
  });

  it('has an id of its own', async () => {
    const system = systemThat(() => levelOf(ANN));
    await expect(start([system, system])).rejects.toThrow(
      "The id 'pagerduty' is used by another on-call provider",
    );
  });
});

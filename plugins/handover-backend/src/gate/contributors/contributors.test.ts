import {
  type GateExtensionPoint,
  gateExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { handoverGateDecidePermission } from '@backstage-handover/plugin-handover-common';
import {
  component,
  nobody,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const GATE = '/gate/component/default/orders';
const DOCUMENT = '/documents/component/default/orders';
const AT = '2026-11-30T08:00:00Z';
const ask = (environment = 'production', more = '') =>
  `${GATE}?environment=${environment}&at=${AT}${more}`;

/** What a contributor must never show. */
const SECRET = 'https://bot:hunter2@calendars.example.com';

const ORDERS = `apiVersion: handover.dev/v1
kind: Handover
environments:
  items:
    - name: staging
    - name: production
windows:
  items:
    - id: month-end
      title: Month-end freeze
      effect: deny
      environments: [production]
      schedule:
        start: 2026-11-30T00:00
        end: 2026-12-02T00:00
        timeZone: UTC
`;

const company = {
  id: 'company',
  title: 'Company calendar',
  level: 'organization' as const,
  version: '7',
  link: 'https://calendars.example.com/company',
  windows: [
    {
      id: 'year-end',
      title: 'Year-end freeze',
      effect: 'deny' as const,
      schedule: { start: '2026-12-18', end: '2027-01-03', timeZone: 'UTC' },
    },
  ],
};

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

/** A backend with a module that adds contributors, and the handover of orders. */
async function start(
  add: (gate: GateExtensionPoint) => void,
  options: Partial<Parameters<typeof startHandoverBackend>[0]> = {},
): Promise<Backend> {
  const entities = [component('orders')];
  backend = await startHandoverBackend({
    entities,
    config: { handover: { gate: { timeout: { milliseconds: 200 } } } },
    ...options,
    extra: [moduleOf('contributors', add), ...(options.extra ?? [])],
  });
  return backend;
}

function moduleOf(moduleId: string, add: (gate: GateExtensionPoint) => void) {
  return createBackendModule({
    pluginId: 'handover',
    moduleId,
    register(env) {
      env.registerInit({
        deps: { gate: gateExtensionPoint },
        async init({ gate }) {
          add(gate);
        },
      });
    },
  });
}

const store = (api: Backend) =>
  api.put(DOCUMENT, ORDERS, { 'If-None-Match': '*' });

const never = () => new Promise<never>(() => {});

/** Every way in which a contributor can fail, and what people read about it. */
const HOSTILE: [string, () => unknown, string][] = [
  [
    'throws',
    () => {
      throw new Error(`connect ECONNREFUSED ${SECRET}`);
    },
    'failed',
  ],
  [
    'rejects with something that is no error',
    () => Promise.reject(SECRET),
    'failed',
  ],
  ['hangs', never, 'did not answer within 0.2 seconds'],
  ['answers with nothing', () => undefined, 'returned an invalid result'],
  ['answers with a promise of text', async () => SECRET, 'an invalid result'],
  [
    'answers with something that throws when it is read',
    () => [
      {
        get id() {
          throw new Error(SECRET);
        },
      },
    ],
    'returned an invalid result',
  ],
];

function expectNoSecret(response: { text: string }) {
  expect(response.text).not.toContain('hunter2');
}

describe('a calendar source', () => {
  it('adds calendars that decide together with the handover', async () => {
    const getCalendars = jest.fn(async () => [company]);
    const api = await start(gate =>
      gate.addCalendarSource({ id: 'company', title: 'Company', getCalendars }),
    );
    await store(api);
    const inFreeze = await api.get(
      `${GATE}?environment=staging&at=2026-12-24T10:00:00Z`,
    );
    expect(inFreeze.body).toMatchObject({
      verdict: 'closed',
      until: '2027-01-04T00:00:00Z',
      reasons: [
        { kind: 'window', calendar: 'Company calendar', active: true },
        {},
      ],
      calendars: [{ id: 'company', version: '7' }, {}],
    });
    expect(getCalendars).toHaveBeenCalledWith({
      entityRef: 'component:default/orders',
      entity: expect.objectContaining({ kind: 'Component' }),
      state: expect.objectContaining({ status: 'ok' }),
      range: {
        from: '2026-11-23T10:00:00.000Z',
        to: '2028-12-25T10:00:00.000Z',
      },
      signal: expect.any(AbortSignal),
    });

    const { body } = await api.get(`${GATE}/calendars`);
    expect(body.items).toMatchObject([
      company,
      {
        id: 'component:default/orders',
        level: 'entity',
        version: '1',
        windows: [{ id: 'month-end' }],
      },
    ]);
    const range = 'from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z';
    const occurrences = await api.get(`${GATE}/occurrences?${range}`);
    expect(occurrences.body.items).toMatchObject([
      { window: 'month-end' },
      { window: 'year-end', calendar: 'company' },
    ]);
    const feed = await api.get(`${GATE}/calendar.ics`);
    expect(feed.text).toContain('SUMMARY:Year-end freeze');
  });

  it.each(HOSTILE)(
    'that %s makes the verdict unknown unless a window closes it',
    async (_, answer, message) => {
      const api = await start(gate => {
        gate.addCalendarSource({
          id: 'broken',
          title: 'Broken calendars',
          getCalendars: answer as never,
        });
        gate.addCalendarSource({
          id: 'company',
          title: 'Company',
          getCalendars: async () => [company],
        });
      });
      await store(api);
      const staging = await api.get(ask('staging'));
      expect(staging.status).toBe(200);
      expect(staging.body).toMatchObject({
        verdict: 'unknown',
        reasons: [
          {
            kind: 'calendar',
            title: "Calendar 'Broken calendars' could not be loaded",
            reason: expect.stringContaining(`Broken calendars `),
          },
          { kind: 'window', window: 'year-end' },
        ],
      });
      expect(staging.body.reasons[0].reason).toContain(message);
      expectNoSecret(staging);
      expect((await api.get(ask('production'))).body.verdict).toBe('closed');

      const calendars = await api.get(`${GATE}/calendars`);
      expect(calendars.body.items).toMatchObject([
        { id: 'company', windows: [{}] },
        { title: 'Broken calendars', error: expect.stringContaining(message) },
        { id: 'component:default/orders' },
      ]);
      expectNoSecret(calendars);
    },
  );

  it('cannot use the id of a calendar of another source', async () => {
    const api = await start(gate => {
      for (const id of ['one', 'two']) {
        gate.addCalendarSource({
          id,
          title: `Source ${id}`,
          getCalendars: async () => [company],
        });
      }
    });
    const { body } = await api.get(ask('production'));
    expect(body).toMatchObject({
      verdict: 'unknown',
      reasons: [
        {
          kind: 'calendar',
          calendar: 'Source two',
          reason: 'It uses the id of a calendar of another source',
        },
        { kind: 'window', window: 'year-end' },
      ],
    });
  });

  it('is told when the gate stops waiting', async () => {
    let received: AbortSignal | undefined;
    const api = await start(gate =>
      gate.addCalendarSource({
        id: 'slow',
        title: 'Slow',
        getCalendars: async ({ signal }) => {
          received = signal;
          return never();
        },
      }),
    );
    await api.get(ask());
    expect(received?.aborted).toBe(true);
  });
});

describe('a condition', () => {
  it('closes the gate in the environment that it is asked about', async () => {
    const evaluate = jest.fn(async ({ environment }) =>
      environment === 'staging'
        ? { outcome: 'fail' as const, reason: 'INC-7 is open' }
        : { outcome: 'pass' as const },
    );
    const api = await start(gate =>
      gate.addCondition({ id: 'incidents', title: 'No incident', evaluate }),
    );
    await store(api);
    const digest = `sha256:${'3f'.repeat(32)}`;
    const { body } = await api.get(
      ask('Staging', `&artifactVersion=1.4.0&artifactDigest=${digest}`),
    );
    expect(body).toMatchObject({
      verdict: 'closed',
      environment: 'staging',
      reasons: [
        {
          kind: 'condition',
          condition: 'incidents',
          verdict: 'closed',
          reason: 'INC-7 is open',
        },
        { kind: 'default' },
      ],
    });
    expect(evaluate).toHaveBeenCalledTimes(1);
    expect(evaluate).toHaveBeenCalledWith({
      entityRef: 'component:default/orders',
      entity: expect.objectContaining({ kind: 'Component' }),
      environment: 'staging',
      change: 'deploy',
      at: AT,
      artifact: { version: '1.4.0', digest },
      signal: expect.any(AbortSignal),
    });

    evaluate.mockClear();
    const all = await api.get(`${GATE}/environments?at=2026-12-05T00:00:00Z`);
    expect(all.body.items).toMatchObject([
      { environment: 'staging', verdict: 'closed' },
      { environment: 'production', verdict: 'open' },
    ]);
    expect(evaluate).toHaveBeenCalledTimes(2);

    evaluate.mockClear();
    const rollback = await api.get(ask('staging', '&change=rollback'));
    expect(rollback.body.verdict).toBe('open');
    const unknown = await api.get(ask('stagnig'));
    expect(unknown.body.verdict).toBe('unknown');
    expect(evaluate).not.toHaveBeenCalled();
  });

  it('is only mentioned where it applies, or cannot say whether it does', async () => {
    const appliesTo = jest.fn(
      (environment: string) => environment !== 'staging',
    );
    const api = await start(gate => {
      gate.addCondition({
        id: 'careful',
        title: 'Careful',
        appliesTo,
        evaluate: async () => ({ outcome: 'fail' }),
      });
      gate.addCondition({
        id: 'confused',
        title: 'Confused',
        appliesTo: () => {
          throw new Error(SECRET);
        },
        evaluate: async () => ({ outcome: 'pass' }),
      });
    });
    await store(api);
    const conditions = async (environment: string) =>
      (await api.get(ask(environment))).body.reasons.flatMap(
        ({ condition }: { condition?: string }) => condition ?? [],
      );
    expect(await conditions('Staging')).toEqual(['confused']);
    expect(await conditions('prod')).toEqual(['careful', 'confused']);
    expect(appliesTo).toHaveBeenCalledWith('production');
  });

  it('knows the environments that only another calendar names', async () => {
    const evaluate = jest.fn(async () => ({ outcome: 'fail' as const }));
    const api = await start(gate => {
      gate.addCondition({ id: 'incidents', title: 'No incident', evaluate });
      gate.addCalendarSource({
        id: 'company',
        title: 'Company',
        getCalendars: async () => [
          {
            ...company,
            windows: [{ ...company.windows[0], environments: ['Canary'] }],
          },
        ],
      });
    });
    const { body } = await api.get(ask('canary'));
    expect(body).toMatchObject({ verdict: 'closed', environment: 'Canary' });
    expect(evaluate).toHaveBeenCalledWith(
      expect.objectContaining({ environment: 'Canary' }),
    );
  });

  it.each([
    ...HOSTILE,
    [
      'ends in the past',
      () => ({ outcome: 'pass', until: '2020-01-01T00:00:00Z' }),
      "returned an invalid result: 'until' is not after the instant asked about",
    ] as (typeof HOSTILE)[number],
  ])('that %s is unknown', async (_, answer, message) => {
    const api = await start(gate => {
      gate.addCondition({
        id: 'broken',
        title: 'Broken',
        evaluate: answer as never,
      });
      gate.addCondition({
        id: 'fine',
        title: 'Fine',
        evaluate: async () => ({ outcome: 'pass' }),
      });
    });
    await store(api);
    const staging = await api.get(ask('staging'));
    expect(staging.status).toBe(200);
    expect(staging.body).toMatchObject({
      verdict: 'unknown',
      reasons: [
        { kind: 'condition', condition: 'broken', verdict: 'unknown' },
        { kind: 'condition', condition: 'fine', verdict: 'open' },
        { kind: 'default' },
      ],
    });
    expect(staging.body.reasons[0].reason).toContain(message);
    expectNoSecret(staging);
    expect((await api.get(ask('production'))).body.verdict).toBe('closed');
  });
});

describe('an override source', () => {
  const override = {
    id: '1',
    by: 'user:default/ada',
    reason: 'Checkout is down',
    from: '2026-11-30T07:00:00Z',
    until: '2026-11-30T10:00:00Z',
    environments: ['prod'],
  };

  it('opens a closed gate in its environments while it lasts', async () => {
    const getOverrides = jest.fn(async () => [override]);
    const api = await start(gate =>
      gate.addOverrideSource({ id: 'tickets', title: 'Tickets', getOverrides }),
    );
    await store(api);
    expect((await api.get(ask('production'))).body).toMatchObject({
      verdict: 'open',
      until: '2026-11-30T10:00:00Z',
      reasons: [
        {
          kind: 'override',
          override: 'tickets/1',
          by: 'user:default/ada',
          active: true,
        },
        { kind: 'window', verdict: 'closed' },
        { kind: 'default' },
      ],
    });
    expect(getOverrides).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRef: 'component:default/orders',
        at: AT,
      }),
    );
    const later = await api.get(
      `${GATE}?environment=production&at=2026-11-30T10:00:00Z`,
    );
    expect(later.body.verdict).toBe('closed');
  });

  it.each([
    ...HOSTILE,
    [
      'gives one without an end',
      () => [{ ...override, until: undefined }],
      "returned an invalid result: '0.until'",
    ] as (typeof HOSTILE)[number],
    [
      'gives one for every environment',
      () => [{ ...override, environments: ['*'] }],
      "'0.environments.0' is not the name of an environment",
    ] as (typeof HOSTILE)[number],
  ])('that %s opens nothing', async (_, answer, message) => {
    const api = await start(gate =>
      gate.addOverrideSource({
        id: 'broken',
        title: 'Broken',
        getOverrides: answer as never,
      }),
    );
    await store(api);
    const production = await api.get(ask('production'));
    expect(production.status).toBe(200);
    expect(production.body).toMatchObject({
      verdict: 'closed',
      reasons: [
        { kind: 'window', verdict: 'closed' },
        { kind: 'default' },
        {
          kind: 'notice',
          title:
            "Overrides of 'Broken' are not in force, because they could not be read",
          reason: expect.stringContaining(message),
        },
      ],
    });
    expectNoSecret(production);
  });
});

describe('contributors', () => {
  it('are asked at the same time, and none of them holds the answer', async () => {
    const api = await start(
      gate => {
        for (const id of ['a', 'b', 'c']) {
          gate.addCalendarSource({ id, title: id, getCalendars: never });
          gate.addCondition({ id, title: id, evaluate: never });
          gate.addOverrideSource({ id, title: id, getOverrides: never });
        }
      },
      { config: { handover: { gate: { timeout: { seconds: 1 } } } } },
    );
    await store(api);
    const began = performance.now();
    const { body } = await api.get(`${GATE}/environments`);
    // One after the other would take nine times as long as one.
    expect(performance.now() - began).toBeLessThan(5000);
    expect(body.items).toHaveLength(2);
  });

  it('log what they did wrong, and are counted', async () => {
    const add = jest.fn();
    const metrics = metricsServiceMock.mock({
      createCounter: () => ({ add }),
      createHistogram: () => ({ record: () => {} }),
    });
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const api = await start(
      gate =>
        gate.addCondition({
          id: 'broken',
          title: 'Broken',
          evaluate: async () => {
            throw new Error('The server is away');
          },
        }),
      { extra: [metrics.factory, logger.factory] },
    );
    await api.get(ask());
    expect(logger.warn).toHaveBeenCalledWith(
      "The condition 'broken' of the gate cannot be used for 'component:default/orders': it failed",
      expect.objectContaining({ message: 'The server is away' }),
    );
    expect(add).toHaveBeenCalledWith(1, {
      kind: 'condition',
      id: 'broken',
      outcome: 'failed',
    });
    expect(add).toHaveBeenCalledWith(1, {
      kind: 'calendar source',
      id: 'handover',
      outcome: 'ok',
    });
  });

  it('fail alone when the catalog does not give them the entity', async () => {
    const entities = [component('orders')];
    const full = catalogServiceMock({ entities });
    const getEntityByRef = jest.fn<
      ReturnType<typeof full.getEntityByRef>,
      Parameters<typeof full.getEntityByRef>
    >((...args) => full.getEntityByRef(...args));
    const api = await start(
      gate =>
        gate.addCondition({
          id: 'fine',
          title: 'Fine',
          evaluate: async () => ({ outcome: 'pass' }),
        }),
      {
        catalog: catalogServiceMock.mock({
          getEntityByRef,
          queryEntities: (...args) => full.queryEntities(...args),
          streamEntities: (...args) => full.streamEntities(...args),
          getEntitiesByRefs: (...args) => full.getEntitiesByRefs(...args),
        }),
      },
    );
    expect((await api.get(ask())).body.verdict).toBe('open');
    getEntityByRef.mockRejectedValue(new Error(SECRET));
    const failed = await api.get(ask());
    expect(failed.body).toMatchObject({
      verdict: 'unknown',
      reasons: [{ kind: 'condition', reason: 'Fine failed' }, {}],
    });
    expectNoSecret(failed);
  });
});

describe('the calendars of an entity', () => {
  it('are shown without a handover too', async () => {
    const api = await start(gate =>
      gate.addCalendarSource({
        id: 'company',
        title: 'Company',
        getCalendars: async () => [company],
      }),
    );
    const { body } = await api.get(`${GATE}/calendars`);
    expect(body.items).toEqual([company]);
  });

  it('are for those who may ask the gate', async () => {
    const api = await start(() => {}, {
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result:
            permission.name === handoverGateDecidePermission.name
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
    });
    const refused = await api.get(`${GATE}/calendars`);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('handover.gate.decide');
    expect((await api.get(`${GATE}/calendars`, nobody)).status).toBe(401);
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'calendar-fetch',
        meta: {
          queryType: 'calendars',
          entityRef: 'component:default/orders',
        },
      }),
    );
  });
});

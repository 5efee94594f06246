import {
  type OnCallPageOptions,
  type OnCallProvider,
  PageNotSentError,
  RateLimitedError,
} from '@backstage-handover/plugin-handover-node';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../../documents/__testUtils__/databases';
import { modulesOf } from '../__testUtils__/systems';
import { readOnCallConfig } from '../config';

jest.setTimeout(120_000);

const TARGET = { id: 'P1', name: 'Shop escalation' };
const REQUEST = {
  provider: 'pagerduty',
  target: TARGET.id,
  message: 'Checkout is down.',
};
const RECEIPT = { id: 'Q1', url: 'https://pd.example.com/incidents/Q1' };
const LEVELS = [{ level: 1, people: [{ name: 'Ann Lee' }] }];

/** What the system says of entities by their names; of others, that it pages them. */
const SAID: Record<string, object> = {
  moved: { levels: LEVELS, canPage: { ...TARGET, id: 'P2' } },
  silenced: { levels: LEVELS },
  broken: { levels: LEVELS, canPage: { id: 7 } },
  unsure: { levels: 7 },
};

/** What the system does with pages for entities by their names; others it takes. */
const RECEIVE: Record<string, () => unknown> = {
  refused: () => {
    throw new PageNotSentError('PagerDuty answered 401');
  },
  limited: () => {
    throw new RateLimitedError({
      message: 'PagerDuty has reached its rate limit',
      retryAt: new Date(),
    });
  },
  failed: () => {
    const message = 'refused https://handover:Tr0ub4dor-3xz@ops.example.com';
    throw Object.assign(new Error(message), { status: 400 });
  },
  silent: () => new Promise(() => {}),
  hostile: () => ({
    id: 'x'.repeat(1_000),
    // eslint-disable-next-line no-script-url
    url: 'javascript:alert(1)',
  }),
};

const page = jest.fn(
  async ({ entity }: OnCallPageOptions) =>
    RECEIVE[entity.metadata.name]?.() ?? RECEIPT,
) as jest.Mock & NonNullable<OnCallProvider['page']>;

const pagerDuty: OnCallProvider = {
  id: 'pagerduty',
  title: 'PagerDuty',
  appliesTo: () => true,
  fetch: async ({ entity }) =>
    (SAID[entity.metadata.name] ?? {
      levels: LEVELS,
      canPage: TARGET,
    }) as Awaited<ReturnType<OnCallProvider['fetch']>>,
  page,
};

/** It says that it can page, and has no means to. */
const rota: OnCallProvider = {
  id: 'rota',
  title: 'Rota',
  appliesTo: () => true,
  fetch: async () => ({ levels: LEVELS, canPage: TARGET }),
};

/** What each of these may not do. Of fay, the permission backend says nothing. */
const DENIED: Record<string, string> = {
  eve: 'handover.oncall.page',
  hal: 'catalog.entity.read',
};

const authorize: PermissionsService['authorizeConditional'] = async (
  requests,
  { credentials },
) => {
  const user = /user:default\/(\w+)/.exec(JSON.stringify(credentials))?.[1];
  if (user === 'fay') {
    throw new Error('The permission backend failed');
  }
  return requests.map(({ permission }) => ({
    result:
      permission.name === DENIED[user ?? '']
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  }));
};

async function start(
  database?: Parameters<typeof startHandoverBackend>[0]['database'],
) {
  const names = ['orders', ...Object.keys(SAID), ...Object.keys(RECEIVE)];
  const backend = await startHandoverBackend({
    entities: names.map(name => component(name)),
    config: {
      app: { baseUrl: 'https://portal.example.com' },
      handover: { onCall: { timeout: { milliseconds: 500 } } },
    },
    authorize,
    database,
    extra: modulesOf([pagerDuty, rota]),
  });
  const send = (
    more: object = {},
    options: { to?: string; by?: string | Record<string, string> } = {},
  ) => {
    const { to = 'orders', by = 'ann' } = options;
    return backend.post(
      `/oncall/component/default/${to}/page`,
      { ...REQUEST, ...more },
      typeof by === 'string' ? as(`user:default/${by}`) : by,
    );
  };
  return { ...backend, send };
}

beforeEach(() => page.mockClear());

describe('a page', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  const success = jest.fn(async () => {});
  const fail = jest.fn(async () => {});

  beforeAll(async () => {
    backend = await start();
    backend.auditor.createEvent.mockImplementation(async () => ({
      success,
      fail,
    }));
  });
  afterAll(() => backend.stop());

  it('goes to the target that the viewer saw, with who, why and where, and is audited', async () => {
    const { get, send, auditor } = backend;
    const { body } = await get('/oncall/component/default/orders');
    expect(body.items[0].canPage).toEqual(TARGET);

    const sent = await send({ message: ' Checkout is down. \n' });
    expect(sent.status).toBe(200);
    expect(sent.body).toEqual({
      provider: 'pagerduty',
      target: TARGET,
      ...RECEIPT,
    });
    expect(page).toHaveBeenCalledTimes(1);
    expect(page.mock.calls[0][0]).toMatchObject({
      entity: { metadata: { name: 'orders' } },
      target: TARGET,
      message: 'Checkout is down.',
      urgency: 'high',
      link: 'https://portal.example.com/catalog/default/component/orders/handover',
      requestedBy: 'user:default/ann',
      idempotencyKey: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'oncall-page',
        severityLevel: 'high',
        meta: {
          entityRef: 'component:default/orders',
          provider: 'pagerduty',
          target: 'P1',
          urgency: 'high',
        },
      }),
    );
    expect(success).toHaveBeenLastCalledWith({
      meta: { outcome: 'sent', ...RECEIPT },
    });
  });

  it('is sent only for users who have the permission, and with a message', async () => {
    const { send } = backend;
    fail.mockClear();
    const { status, body } = await send({}, { by: 'eve' });
    expect(status).toBe(403);
    expect(body.error.message).toContain("'handover.oncall.page'");
    expect(fail).toHaveBeenCalledTimes(1);
    expect((await send({}, { by: 'hal' })).status).toBe(404);
    // A service has nobody to answer for it.
    expect((await send({}, { by: asService() })).status).toBe(403);
    for (const message of ['', ' \n', 'x'.repeat(1_001)]) {
      expect((await send({ message })).status).toBe(400);
    }
    expect(page).not.toHaveBeenCalled();
  });

  it('is certainly not sent if the permission backend fails', async () => {
    const { status, body } = await backend.send({}, { by: 'fay' });
    expect(status).toBe(502);
    expect(body.error).toMatchObject({
      name: 'PageNotSentError',
      message: 'The permission backend failed',
    });
    expect(page).not.toHaveBeenCalled();
  });

  it('is not claimed by a process that lacks the provider', async () => {
    const { get, send } = backend;
    await get('/oncall/component/default/orders');
    Object.assign(pagerDuty, { id: 'gone' });
    const { status, body } = await send({}, { by: 'di' });
    Object.assign(pagerDuty, { id: 'pagerduty' });
    expect(status).toBe(409);
    expect(body.error.message).toBe(
      "This backend has no on-call provider 'pagerduty'",
    );
    expect((await send({}, { by: 'di' })).status).toBe(200);
  });

  it.each([
    [
      'another target',
      'moved',
      /^The page would now notify 'Shop escalation'\. Close this dialog/,
    ],
    ['no target', 'silenced', /PagerDuty can't page anybody/],
    ['a broken target', 'broken', /PagerDuty can't page anybody/],
    [
      'nothing that is certain',
      'unsure',
      /^Could not determine who is on call: /,
    ],
  ])('is not sent if the system names %s', async (_what, to, message) => {
    const { status, body } = await backend.send({}, { to, by: 'bo' });
    expect(status).toBe(409);
    expect(body.error.message).toMatch(message);
    expect(page).not.toHaveBeenCalled();
  });

  it('is not sent by a system that cannot page, which is not offered either', async () => {
    const { get, send } = backend;
    const { body } = await get('/oncall/component/default/orders');
    expect(body.items[1]).toEqual({ provider: 'rota', levels: LEVELS });
    expect((await send({ provider: 'rota' })).status).toBe(409);
    expect((await send({ provider: 'none' })).status).toBe(409);
    expect(page).not.toHaveBeenCalled();
  });

  it.each([
    ['refused', 502, 'PageNotSentError', /^PagerDuty answered 401$/],
    // A gateway may limit requests after the page was taken.
    ['limited', 504, 'PageOutcomeUnknownError', /rate limit/],
    [
      'failed',
      504,
      'PageOutcomeUnknownError',
      /^The page may have been sent: refused https:\/\/handover:\[redacted\]@/,
    ],
    [
      'silent',
      504,
      'PageOutcomeUnknownError',
      /PagerDuty did not answer within 0.5 seconds/,
    ],
  ])(
    'that is %s is said to be so, and never sent again by itself',
    async (to, status, name, message) => {
      const { send } = backend;
      fail.mockClear();
      const answer = await send({}, { to, by: 'cy' });
      expect(answer.status).toBe(status);
      expect(answer.body.error.name).toBe(name);
      expect(answer.body.error.message).toMatch(message);
      expect(fail).toHaveBeenCalledTimes(1);
      expect(page).toHaveBeenCalledTimes(1);
      // Only what was surely not sent may be sent again at once.
      const isNotSent = status === 502;
      const again = await send({}, { to, by: 'cy' });
      expect(again.status).toBe(isNotSent ? 502 : 409);
      expect(page).toHaveBeenCalledTimes(isNotSent ? 2 : 1);
    },
  );

  it('brings back no link that runs, and no long text', async () => {
    const { body } = await backend.send({}, { to: 'hostile', by: 'bo' });
    const id = 'x'.repeat(300);
    expect(body).toEqual({ provider: 'pagerduty', target: TARGET, id });
  });
});

it('must end before the dialog stops waiting for it', () => {
  const read = (seconds: number) =>
    readOnCallConfig(
      new ConfigReader({ handover: { onCall: { timeout: { seconds } } } }),
    );
  expect(read(40).timeoutMs).toBe(40_000);
  expect(() => read(41)).toThrow(
    "Invalid duration at 'handover.onCall.timeout': must be from 0.1 to 40 seconds",
  );
});

describe('a page on several replicas', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let replicas: Awaited<ReturnType<typeof start>>[];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      replicas = [await start({ knex }), await start({ knex })];
    });
    afterEach(() => Promise.all(replicas.map(replica => replica.stop())));

    it('is sent once, again with another message, and not without bounds', async () => {
      const [one, other] = replicas;
      const answers = await Promise.all(
        [one, other, one, other].map(replica => replica.send()),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([
        200, 409, 409, 409,
      ]);
      expect(page).toHaveBeenCalledTimes(1);
      expect((await other.send({}, { by: 'bo' })).status).toBe(200);
      for (const message of ['2', '3', '4', '5']) {
        expect((await other.send({ message })).status).toBe(200);
      }
      const sixth = await one.send({ message: '6' });
      expect(sixth.status).toBe(429);
      expect(sixth.body.error.message).toBe(
        'You sent 5 pages in the last 10 minutes. Wait, or page from the on-call system directly.',
      );
      expect(page).toHaveBeenCalledTimes(6);

      // A minute later, the same page is another one.
      await knex('oncall_pages').update({
        requested_at: new Date(Date.now() - 61_000),
      });
      expect((await one.send({}, { by: 'bo' })).status).toBe(200);
    });
  });
});

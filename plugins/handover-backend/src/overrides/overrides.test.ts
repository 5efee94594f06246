import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createHandoverConditionalDecision, handoverConditions } from '..';
import { eventually } from '../__testUtils__/eventually';
import {
  as,
  asService,
  component,
  nobody,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const ada = as('user:default/ada');
const grace = as('user:default/grace');
const linus = as('user:default/linus');
const GATE = '/gate/component/default/orders';
const ORDERS = `${GATE}/overrides`;
const HOUR_MS = 3_600_000;
const inHours = (count: number) =>
  new Date(Date.now() + count * HOUR_MS).toISOString();
const REASON = 'Checkout is down for everybody.';

const FREEZE = {
  apiVersion: 'handover.dev/v1',
  kind: 'Calendar',
  metadata: { name: 'freeze', title: 'Freeze', owner: 'platform' },
  scope: { kind: 'component' },
  windows: [
    {
      id: 'always',
      title: 'Freeze',
      effect: 'deny',
      environments: ['production', 'staging'],
      schedule: {
        start: '2020-01-01T00:00',
        end: '2099-01-01T00:00',
        timeZone: 'UTC',
      },
    },
  ],
};

/** Linus may only read. */
const authorize: Parameters<
  typeof startHandoverBackend
>[0]['authorize'] = async (requests, { credentials }) => {
  const isLinus = JSON.stringify(credentials).includes('linus');
  return requests.map(({ permission }) => {
    if (isLinus && permission.name.startsWith('handover.override.')) {
      return { result: AuthorizeResult.DENY };
    }
    return isLinus && permission.name === 'handover.document.read'
      ? createHandoverConditionalDecision(
          permission as never,
          handoverConditions.isOwner({ claims: ['group:default/money'] }),
        )
      : { result: AuthorizeResult.ALLOW };
  });
};

const sent: NotificationSendOptions[] = [];

const start = (overrides?: object) =>
  startHandoverBackend({
    entities: [
      component('orders', { owner: 'group:default/shop' }),
      component('billing', { owner: 'group:default/money' }),
    ],
    authorize,
    config: {
      handover: {
        environments: [
          { name: 'production', aliases: ['prod', 'prd'] },
          { name: 'staging' },
        ],
        calendars: { definitions: [FREEZE] },
        notifications: { enabled: true },
        overrides,
      },
    } as never,
    extra: [
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification) {
            sent.push(notification);
          },
        }),
      }),
    ],
  });

type Backend = Awaited<ReturnType<typeof start>>;

const client = (backend: Backend) => ({
  request: (more: object = {}, headers: Record<string, string> = ada) =>
    backend.post(
      ORDERS,
      {
        environments: ['prod'],
        until: inHours(2),
        reason: REASON,
        ...more,
      },
      headers,
    ),
  step: (
    id: string,
    action: string,
    headers: Record<string, string> = grace,
    body: object = {},
  ) => backend.post(`${ORDERS}/${id}/${action}`, body, headers),
  decide: async (query = '') =>
    (await backend.get(`${GATE}?environment=production${query}`, asService()))
      .body,
});

describe('an override', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  it('opens a closed gate from its approval until it is revoked, and for nothing else', async () => {
    const { request, step, decide } = client(backend);
    await eventually(async () =>
      expect((await decide()).verdict).toBe('closed'),
    );
    const requested = await request({ ticket: 'INC-7' });
    expect([requested.status, requested.body]).toEqual([
      201,
      expect.objectContaining({
        entityRef: 'component:default/orders',
        state: 'requested',
        environments: ['production'],
        requestedBy: 'user:default/ada',
        ticket: 'INC-7',
      }),
    ]);
    const { id, until } = requested.body;
    expect((await decide()).verdict).toBe('closed');
    expect((await step(id, 'approve')).body).toMatchObject({
      state: 'inForce',
      decision: { by: 'user:default/grace' },
    });
    const decision = await decide();
    expect(decision).toMatchObject({
      verdict: 'open',
      until,
      reasons: [
        { kind: 'override', active: true, ticket: 'INC-7', until },
        { kind: 'window', verdict: 'closed' },
        { kind: 'default' },
      ],
    });
    expect((await decide(`&at=${until}`)).verdict).toBe('closed');
    const before = new Date(Date.parse(until) - 1).toISOString();
    expect((await decide(`&at=${before}`)).verdict).toBe('open');
    const staging = await backend.get(`${GATE}?environment=staging`, ada);
    expect(staging.body.verdict).toBe('closed');
    const again = await step(id, 'approve');
    expect([again.status, again.body.error.message]).toEqual([
      409,
      `Override '${id}' is approved already`,
    ]);
    await step(id, 'revoke', grace, { note: 'Fixed.' });
    expect((await decide()).verdict).toBe('closed');
    const { body } = await backend.get(`${ORDERS}?state=revoked`, ada);
    expect(body).toMatchObject({
      items: [{ id, end: { by: 'user:default/grace', note: 'Fixed.' } }],
      maxDurationSeconds: 14_400,
      approval: 'required',
    });
    const audited = backend.auditor.createEvent.mock.calls.map(([event]) => [
      event.eventId,
      event.severityLevel,
      event.meta?.actionType,
    ]);
    for (const action of ['request', 'approve', 'revoke']) {
      expect(audited).toContainEqual(['override-mutate', 'high', action]);
    }
  });

  it('is told to the owner, and its outcome to the user who requested it', async () => {
    const { request, step } = client(backend);
    const told = () =>
      sent.map(({ recipients, payload }) => [
        (recipients as { entityRef: string[] }).entityRef[0],
        payload.title,
        payload.severity,
      ]);
    const what = 'component:default/orders, staging';
    const { id } = (await request({ environments: ['staging'] })).body;
    await eventually(() =>
      expect(told()).toContainEqual([
        'group:default/shop',
        `An override of the gate was requested: ${what}`,
        'high',
      ]),
    );
    await step(id, 'approve', grace, { note: 'Go.' });
    await eventually(() => {
      for (const [recipient, title] of [
        ['group:default/shop', 'An override opens the gate'],
        ['user:default/ada', 'Your override was approved'],
      ]) {
        expect(told()).toContainEqual([recipient, `${title}: ${what}`, 'high']);
      }
    });
    await step(id, 'revoke');
    await eventually(() =>
      expect(told()).toContainEqual([
        'user:default/ada',
        `Your override was revoked: ${what}`,
        'high',
      ]),
    );
  });

  it('for an artifact opens the gate for it only, and says so otherwise', async () => {
    const { request, step, decide } = client(backend);
    const { body } = await request({ artifact: { version: '1.2.3' } });
    await step(body.id, 'approve');
    expect((await decide('&artifactVersion=1.2.3')).verdict).toBe('open');
    for (const other of ['', '&artifactVersion=1.2.4']) {
      const { verdict, reasons } = await decide(other);
      expect(verdict).toBe('closed');
      expect(reasons).toContainEqual({
        kind: 'notice',
        title: `An override for another artifact is in force until ${body.until}`,
        reason:
          'Override by user:default/ada for 1.2.3. Ask with this artifact.',
      });
    }
    await step(body.id, 'withdraw', ada);
    expect((await decide('&artifactVersion=1.2.3')).verdict).toBe('closed');
  });

  it('is requested by users with the permission, and approved by others with it', async () => {
    const { request, step, decide } = client(backend);
    const { body } = await request();
    const statusOf = async (response: ReturnType<typeof step>) =>
      (await response).status;
    expect(await statusOf(request({}, asService()))).toBe(403);
    expect(await statusOf(request({}, linus))).toBe(403);
    expect(await statusOf(request({}, nobody))).toBe(401);
    const own = await step(body.id, 'approve', ada);
    expect([own.status, own.body.error.message]).toEqual([
      403,
      'You requested this override, so somebody else must approve it',
    ]);
    for (const action of ['approve', 'deny', 'withdraw', 'revoke']) {
      for (const headers of [asService(), linus]) {
        expect(await statusOf(step(body.id, action, headers))).toBe(403);
      }
    }
    expect((await decide()).verdict).toBe('closed');
    const other = '/gate/component/default/billing/overrides';
    const elsewhere = `${other}/${body.id}/approve`;
    expect((await backend.post(elsewhere, {}, grace)).status).toBe(404);
    expect((await step(body.id, 'deny')).body.state).toBe('denied');
    expect(await statusOf(step(body.id, 'approve'))).toBe(409);
    const idsOf = async (query: string, headers = ada) =>
      (await backend.get(`/overrides?${query}`, headers)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await idsOf('state=denied&environment=prd')).toEqual([body.id]);
    expect(await idsOf('state=denied&environment=staging')).toEqual([]);
    expect(await idsOf('owner=group:default/money')).toEqual([]);
    expect(await idsOf('', linus)).toEqual([]);
    expect((await backend.get(ORDERS, linus)).status).toBe(403);
  });

  it.each([
    [{ environments: ['produciton'] }, "did you mean 'production'?"],
    [
      { until: '2026-01-01T00:00:00Z' },
      'until: 2026-01-01T00:00:00Z is in the',
    ],
    [{ until: inHours(5) }, 'is too late; the latest end is'],
    [{ from: inHours(200), until: inHours(201) }, 'from: '],
    [{ from: inHours(2), until: inHours(1) }, "is not after 'from'"],
    [{ reason: 'x'.padEnd(12) }, 'reason: must have at least 10 characters'],
    [{ reason: `Use ghp_${'aB3d'.repeat(9)} to deploy` }, "'reason' "],
    [{ ticket: ' ' }, 'ticket: must not be blank'],
    [{ artifact: { name: 'orders' } }, 'artifact: needs a version or a digest'],
    [{ environments: [] }, 'environments'],
  ])('that asks for %j is refused', async (more, message) => {
    const { status, body } = await client(backend).request(more);
    expect([status, body.error?.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
  });
});

it('is in force at once where no approval is required, and lasts as long as configured', async () => {
  const backend = await start({ approval: 'none', maxDuration: 'PT30M' });
  try {
    const { request, step, decide } = client(backend);
    expect((await request()).body.error.message).toContain('is too late');
    const { body } = await request({ until: inHours(0.25) });
    expect(body).toMatchObject({
      state: 'inForce',
      decision: { by: 'user:default/ada' },
    });
    expect((await decide()).verdict).toBe('open');
    expect((await step(body.id, 'withdraw', ada)).body.state).toBe('withdrawn');
    expect((await decide()).verdict).toBe('closed');
  } finally {
    await backend.stop();
  }
});

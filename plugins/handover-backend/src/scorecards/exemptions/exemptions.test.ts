import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { createHandoverConditionalDecision, handoverConditions } from '../..';
import { eventually } from '../../__testUtils__/eventually';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../../documents/__testUtils__/databases';

jest.setTimeout(120_000);

const ada = as('user:default/ada');
const grace = as('user:default/grace');
const ORDERS = '/exemptions/component/default/orders';
const DAY_MS = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toISOString();

const check = (id: string, condition: string) => ({
  id,
  title: id,
  level: 'bronze',
  why: 'Because.',
  fix: { text: 'Do it.' },
  condition,
});

const READY = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: [
    check('written', 'document.exists'),
    check('known', "catalog.kind == 'component'"),
  ],
};

describe('exemptions', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startHandoverBackend>>;

    const start = async (
      options: Partial<Parameters<typeof startHandoverBackend>[0]> = {},
    ) => {
      backend = await startHandoverBackend({
        entities: [
          component('orders', { owner: 'group:default/shop' }),
          component('billing', { owner: 'group:default/money' }),
        ],
        database: { knex },
        config: {
          handover: { scorecards: { definitions: [READY], frequency: '1s' } },
        } as never,
        ...options,
      });
      await eventually(async () =>
        expect(
          (
            await backend.get('/scorecards/ready/results', asService())
          ).body.totalItems,
        ).toBe(2),
      );
    };
    const request = (overrides: object = {}, headers = ada) =>
      backend.post(
        ORDERS,
        {
          scorecard: 'ready',
          check: 'written',
          reason: 'It moves to another team.',
          expiresAt: inDays(30),
          ...overrides,
        },
        headers,
      );
    const step = (id: string, action: string, body: object, headers = grace) =>
      backend.post(`${ORDERS}/${id}/${action}`, body, headers);
    const orders = async () =>
      (await backend.get('/scorecards/results/component/default/orders', ada))
        .body.items[0].result;
    const reached = (level: string | undefined, outcome: string) =>
      eventually(async () => {
        const { checks, ...result } = await orders();
        expect([result.level, checks[0].outcome]).toEqual([level, outcome]);
      });
    const idsOf = async (query: string, headers = ada) =>
      (await backend.get(`/exemptions?${query}`, headers)).body.items.map(
        ({ id }: { id: string }) => id,
      );

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    it('has no effect until another user approves it, and ends when it is withdrawn', async () => {
      await start();
      const { status, body } = await request({
        evidence: 'https://tickets.example.com/1',
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        entityRef: 'component:default/orders',
        state: 'requested',
        requestedBy: 'user:default/ada',
      });
      const { id } = body;
      expect((await request()).status).toBe(409);
      expect((await request({ check: 'x' }, asService())).status).toBe(403);
      expect((await step(id, 'approve', {}, ada)).status).toBe(403);
      expect((await step(id, 'approve', {}, asService())).status).toBe(403);
      await reached(undefined, 'fail');

      const approved = await step(id, 'approve', { note: 'Until March.' });
      expect(approved.body).toMatchObject({
        state: 'approved',
        decision: { by: 'user:default/grace', note: 'Until March.' },
      });
      await reached('bronze', 'exempt');
      expect((await orders()).score).toBe(0.5);
      expect((await backend.get('/exemptions/budgets', ada)).body).toEqual({
        budget: 0.1,
        items: [
          { owner: 'group:default/shop', exempt: 1, checks: 2, exceeded: true },
        ],
        omitted: 0,
      });
      const again = await step(id, 'approve', {});
      expect(again.status).toBe(409);
      expect(again.body.error.message).toBe(
        `Exemption '${id}' is approved already`,
      );

      await step(id, 'withdraw', {}, ada);
      await reached(undefined, 'fail');
      const { items } = (await backend.get('/exemptions', ada)).body;
      expect(items).toEqual([
        expect.objectContaining({
          id,
          owner: 'group:default/shop',
          state: 'withdrawn',
          end: { by: 'user:default/ada', at: expect.any(String) },
        }),
      ]);
    });

    it('ends by itself at its time, and another one can be requested then', async () => {
      const scheduler = mockServices.scheduler();
      await start({
        extra: [
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
        ],
      });
      const expiresAt = new Date(Date.now() + 4_000).toISOString();
      const { body } = await request({ expiresAt });
      await step(body.id, 'approve', {});
      await reached('bronze', 'exempt');
      await eventually(async () => {
        await scheduler.triggerTask('handover-scorecards-evaluation');
        expect((await orders()).checks[0].outcome).toBe('fail');
      });
      expect(new Date().toISOString() > expiresAt).toBe(true);
      expect(await idsOf('state=expired')).toEqual([body.id]);
      expect(await idsOf('state=approved')).toEqual([]);
      for (const action of ['revoke', 'withdraw', 'approve']) {
        expect((await step(body.id, action, { note: 'x' })).status).toBe(409);
      }
      expect((await request()).status).toBe(201);
    });

    it('can be denied and revoked, with the reason', async () => {
      await start();
      const first = (await request()).body.id;
      expect((await step(first, 'deny', {})).status).toBe(400);
      expect((await step(first, 'revoke', { note: 'x' })).status).toBe(409);
      const denied = await step(first, 'deny', { note: 'Write it instead.' });
      expect(denied.body).toMatchObject({
        state: 'denied',
        decision: { note: 'Write it instead.' },
      });
      const second = (await request()).body.id;
      await step(second, 'approve', {});
      await reached('bronze', 'exempt');
      expect((await step(second, 'revoke', { note: ' ' })).status).toBe(400);
      expect(
        (await step(second, 'revoke', { note: 'It moved.' })).body,
      ).toEqual(
        expect.objectContaining({
          state: 'revoked',
          end: expect.objectContaining({ note: 'It moved.' }),
        }),
      );
      await reached(undefined, 'fail');
      expect(await idsOf('state=denied')).toEqual([first]);
      expect(await idsOf('order=asc&limit=1')).toEqual([first]);
      expect(await idsOf(`expiresBefore=${inDays(1)}`)).toEqual([]);
      const page = await backend.get('/exemptions?limit=1', ada);
      expect(page.body).toMatchObject({ items: [{ id: second }] });
      expect(await idsOf(`limit=1&cursor=${page.body.nextCursor}`)).toEqual([
        first,
      ]);
      const billing = '/exemptions/component/default/billing';
      expect(
        (await backend.post(`${billing}/${second}/approve`, {}, grace)).status,
      ).toBe(404);
    });

    it('is shown and counted only where the handover may be read', async () => {
      await start({
        authorize: async (requests, { credentials }) =>
          requests.map(({ permission }) =>
            permission.name === 'handover.document.read' &&
            JSON.stringify(credentials).includes('linus')
              ? createHandoverConditionalDecision(
                  permission as never,
                  handoverConditions.isOwner({
                    claims: ['group:default/money'],
                  }),
                )
              : { result: AuthorizeResult.ALLOW },
          ),
      });
      const { id } = (await request()).body;
      await step(id, 'approve', {});
      await reached('bronze', 'exempt');
      const linus = as('user:default/linus');
      expect(await idsOf('owner=group:default/shop')).toEqual([id]);
      expect(await idsOf('within=group:default/money')).toEqual([]);
      for (const path of ['', '/budgets']) {
        const { body } = await backend.get(`/exemptions${path}`, linus);
        expect(body.items).toEqual([]);
        expect(body.totalItems ?? 0).toBe(0);
      }
    });
  });
});

it('names what is wrong with a request', async () => {
  const backend = await startHandoverBackend({
    entities: [component('orders'), { ...component('x'), kind: 'API' }],
    config: {
      handover: {
        scorecards: {
          definitions: [{ ...READY, scope: { kind: 'component' } }],
          frequency: '1s',
          exemptions: { maxDuration: '20d' },
        },
      },
    } as never,
  });
  const ask = async (body: object, path = ORDERS) =>
    backend.post(
      path,
      {
        scorecard: 'ready',
        check: 'written',
        reason: 'x',
        expiresAt: inDays(1),
        ...body,
      },
      ada,
    );
  try {
    await eventually(async () =>
      expect(
        (
          await backend.get('/scorecards/ready/results', ada)
        ).body.totalItems,
      ).toBe(1),
    );
    const { body: list } = await backend.get('/exemptions', ada);
    expect(list.maxDurationSeconds).toBe(20 * 86_400);
    for (const [body, message] of [
      [{ scorecard: 'redy' }, "no 'redy' is in force, did you mean 'ready'?"],
      [{ check: 'writen' }, "no check 'writen', did you mean 'written'?"],
      [{ check: 'known' }, "'known' passes, so no exemption is needed"],
      [{ expiresAt: '2026-01-01T00:00:00Z' }, 'is in the past'],
      [{ expiresAt: inDays(21) }, 'is too far away'],
      [{ reason: ' ' }, 'reason: must not be blank'],
      [{ evidence: 'ftp://tickets.example.com' }, 'evidence'],
      [{ reason: undefined }, 'reason'],
    ] as const) {
      const response = await ask(body);
      expect([response.status, response.body.error.message]).toEqual([
        400,
        expect.stringContaining(message),
      ]);
    }
    const other = await ask({}, '/exemptions/api/default/x');
    expect(other.body.error.message).toContain(
      "'ready' has no result for 'api:default/x'",
    );
  } finally {
    await backend.stop();
  }
});

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  addDays,
  dayOf,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { Knex } from 'knex';
import { eventually } from '../../__testUtils__/eventually';
import { handoverYaml } from '../../documents/__testUtils__/documents';
import {
  as,
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../../documents/__testUtils__/databases';

jest.setTimeout(120_000);

const ada = as('user:default/ada');
const TODAY = dayOf(new Date());

const READY = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  levels: [
    { id: 'bronze', title: 'Bronze' },
    { id: 'silver', title: 'Silver' },
  ],
  checks: [
    {
      id: 'known',
      title: 'It is known',
      level: 'bronze',
      why: 'Because.',
      fix: { text: 'Do it.' },
      condition: "catalog.kind == 'component'",
    },
    {
      id: 'written',
      title: 'It is written',
      level: 'silver',
      why: 'Because.',
      fix: { text: 'Do it.' },
      condition: 'document.exists',
    },
  ],
};

const SILVER = {
  title: 'Silver soon',
  owner: 'platform',
  scorecard: 'ready',
  target: { level: 'silver' },
  startsOn: TODAY,
  endsOn: addDays(TODAY, 30),
};

describe('initiatives', () => {
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
          component('basket', { owner: 'group:default/shop' }),
          component('billing', { owner: 'group:default/money' }),
        ],
        database: { knex },
        config: {
          handover: { scorecards: { definitions: [READY], frequency: '1s' } },
        } as never,
        ...options,
      });
      await eventually(async () =>
        expect(await knex('scorecard_results')).toHaveLength(3),
      );
    };
    const create = (overrides: object = {}) =>
      backend.post('/initiatives', { ...SILVER, ...overrides }, ada);
    const step = (
      id: string,
      action: string,
      revision: number,
      body: object = {},
    ) =>
      backend.post(`/initiatives/${id}/${action}`, body, {
        ...ada,
        'If-Match': `"${revision}"`,
      });
    const read = async (id: string, query = '') =>
      (await backend.get(`/initiatives/${id}${query}`, ada)).body;
    const counts = (id: string, expected: object) =>
      eventually(async () =>
        expect((await read(id)).counts).toEqual({
          reached: 0,
          open: 0,
          unknown: 0,
          ...expected,
        }),
      );
    const write = (name: string) =>
      backend.put(
        `/documents/component/default/${name}`,
        handoverYaml('Takes orders'),
        { ...ada, 'If-None-Match': '*' },
      );

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    it('follow what services reach, from the draft until they are closed', async () => {
      await start();
      const draft = await create();
      expect(draft.status).toBe(201);
      expect(draft.body).toMatchObject({
        owner: 'group:default/platform',
        state: 'draft',
        revision: 1,
        createdBy: 'user:default/ada',
      });
      const { id } = draft.body;
      await counts(id, { open: 3 });
      expect((await step(id, 'publish', 1)).body.state).toBe('active');

      await write('orders');
      await counts(id, { reached: 1, open: 2 });
      expect((await read(id)).teams).toEqual([
        { owner: 'group:default/money', reached: 0, open: 1, unknown: 0 },
        { owner: 'group:default/shop', reached: 1, open: 1, unknown: 0 },
      ]);
      expect((await read(id, '/burn-up')).days).toEqual([
        { day: TODAY, reached: 1, open: 2, unknown: 0 },
      ]);
      expect(
        (await read(id, '/burn-up?owner=group:default/money')).days[0],
      ).toMatchObject({ reached: 0, open: 1 });
      const orders = '/scorecards/results/component/default/orders';
      expect((await backend.get(orders, ada)).body.initiatives).toEqual([
        expect.objectContaining({ id, progress: 'reached', state: 'active' }),
      ]);

      const closed = await step(id, 'close', 2, { note: 'Good enough.' });
      expect(closed.body).toMatchObject({
        state: 'closed',
        closed: { by: 'user:default/ada', note: 'Good enough.' },
      });
      await write('basket');
      await eventually(async () =>
        expect(
          (
            await backend.get('/scorecards/ready/results?level=silver', ada)
          ).body.totalItems,
        ).toBe(2),
      );
      await counts(id, { reached: 1, open: 2 });
      expect((await backend.get(orders, ada)).body.initiatives).toEqual([]);
    });

    it('are for the services of their scope, and change with it', async () => {
      await start();
      const { id } = (
        await create({
          scope: { owner: ['shop'] },
          target: { checks: ['written'] },
        })
      ).body;
      await counts(id, { open: 2 });
      const first = await read(id, '/entities?limit=1');
      expect(first).toMatchObject({
        items: [{ entityRef: 'component:default/basket', progress: 'open' }],
        totalItems: 2,
      });
      expect(
        (await read(id, `/entities?limit=1&cursor=${first.nextCursor}`)).items,
      ).toMatchObject([{ entityRef: 'component:default/orders' }]);
      expect((await read(id, '/entities?progress=reached')).totalItems).toBe(0);

      const change = (revision: number, overrides: object) =>
        backend.put(
          `/initiatives/${id}`,
          { ...SILVER, ...overrides },
          { ...ada, 'If-Match': `"${revision}"` },
        );
      expect((await change(2, {})).status).toBe(412);
      const money = { scope: { owner: ['money'] } };
      expect((await change(1, money)).body.revision).toBe(2);
      await counts(id, { open: 1 });
      expect((await read(id)).teams).toMatchObject([
        { owner: 'group:default/money' },
      ]);
      expect((await change(1, money)).body.error.message).toContain(
        'is at revision 2, not 1',
      );
    });

    it('keep their state against what is missing, wrong or too late', async () => {
      await start();
      const message = async (
        response: ReturnType<typeof backend.post>,
      ): Promise<[number, string]> => {
        const { status, body } = await response;
        return [status, body.error.message];
      };
      expect(await message(create({ target: { level: 'sliver' } }))).toEqual([
        400,
        "target: 'ready' has no level 'sliver', did you mean 'silver'?",
      ]);
      expect(
        await message(create({ startsOn: '2020-01-01', endsOn: '2020-02-01' })),
      ).toEqual([
        400,
        'endsOn: 2020-02-01 is in the past. It can be ' +
          `${TODAY} at the earliest`,
      ]);
      expect(await message(create({ endsOn: TODAY, owner: ':' }))).toEqual([
        400,
        expect.stringMatching(/owner: must be .*|endsOn: must be after/),
      ]);

      const { id } = (await create()).body;
      expect(
        (await backend.post(`/initiatives/${id}/publish`, {}, ada)).status,
      ).toBe(428);
      expect(await message(step(id, 'close', 1))).toEqual([
        409,
        `The initiative '${id}' is a draft`,
      ]);
      await step(id, 'publish', 1);
      expect(await message(step(id, 'publish', 2))).toEqual([
        409,
        `The initiative '${id}' is published already`,
      ]);
      const remove = (each: string, revision = 1) =>
        backend.agent
          .delete(`/api/handover/initiatives/${each}`)
          .set({ ...ada, 'If-Match': `"${revision}"` });
      expect((await remove(id, 2)).status).toBe(409);
      const other = (await create()).body.id;
      expect((await remove(other, 2)).status).toBe(412);
      expect((await step(other, 'publish', 9_999_999_999)).status).toBe(412);
      expect((await remove(other)).status).toBe(200);
      expect((await remove(other)).status).toBe(404);
      expect(
        (await backend.get('/initiatives?state=active', ada)).body,
      ).toMatchObject({ items: [{ id }], totalItems: 1 });
      expect(
        (await backend.get('/initiatives?state=draft&state=overdue', ada)).body
          .totalItems,
      ).toBe(0);
    });

    it('are managed by those who may, and count only what the caller may read', async () => {
      await start({
        authorize: async requests =>
          requests.map(({ permission }) =>
            permission.name === 'handover.document.read'
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'handover',
                  resourceType: 'handover-document',
                  conditions: {
                    rule: 'IS_OWNER',
                    resourceType: 'handover-document',
                    params: { claims: ['group:default/money'] },
                  },
                }
              : { result: AuthorizeResult.ALLOW },
          ),
      });
      const { id } = (await create()).body;
      await eventually(async () =>
        expect(await knex('initiative_entities')).toHaveLength(3),
      );
      const published = await step(id, 'publish', 1);
      expect(published.body.counts).toMatchObject({ open: 1 });
      const { items } = (await backend.get('/initiatives', ada)).body;
      expect(items).toMatchObject([{ counts: { open: 1 } }]);
      expect((await read(id)).teams).toHaveLength(1);
      expect((await read(id, '/burn-up')).days).toMatchObject([{ open: 1 }]);
      expect((await read(id, '/entities')).items).toMatchObject([
        { entityRef: 'component:default/billing' },
      ]);
    });

    it('are changed only by those who may, and forecast what they measured', async () => {
      await start({ mayReport: false });
      expect((await create()).status).toBe(403);
      await backend.stop();

      await start();
      await write('orders');
      const { id } = (await create({ startsOn: addDays(TODAY, -20) })).body;
      await step(id, 'publish', 1);
      await counts(id, { reached: 1, open: 2 });
      const burnUp = await read(id, '/burn-up');
      // Nobody knows of the days before it was there.
      expect(burnUp.days.map(({ day }: { day: string }) => day)).toEqual([
        TODAY,
      ]);
      expect(burnUp.forecast).toEqual({ kind: 'tooEarly' });
    });
  });
});

import type { InitiativeProgress } from '@backstage-handover/plugin-handover-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { EntityFilter } from '../../../entities/EntitiesService';
import { component } from '../../../__testUtils__/startHandoverBackend';
import {
  createCatalogSync,
  createTestDatabases,
  createTestQueue,
  createTestStore,
} from '../../../documents/__testUtils__/databases';
import { DatabaseInitiativeStore } from './DatabaseInitiativeStore';
import { recordProgress } from './operations/recordProgress';

jest.setTimeout(60_000);

const T0 = Date.parse('2027-01-01T10:00:00.000Z');
const at = (days: number) => new Date(T0 + days * 86_400_000);
const [orders, basket, billing] = ['orders', 'basket', 'billing'].map(
  name => `component:default/${name}`,
);

const SILVER = {
  title: 'Silver',
  owner: 'group:default/platform',
  scorecard: 'ready',
  target: { level: 'silver' },
  startsOn: '2027-01-01',
  endsOn: '2027-01-31',
};

describe('DatabaseInitiativeStore', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let store: DatabaseInitiativeStore;
    let sync: Awaited<ReturnType<typeof createCatalogSync>>;
    const all = [
      component('orders', { owner: 'group:default/shop' }),
      component('basket', { owner: 'group:default/shop' }),
      component('billing', { owner: 'group:default/money' }),
    ];
    const clock = { now: at(0) };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      const documents = await createTestStore(knex, clock);
      sync = await createCatalogSync(knex, documents, clock);
      await sync(all);
      store = await DatabaseInitiativeStore.create({
        database: mockServices.database({ knex }),
        queue: await createTestQueue(knex, clock),
        now: () => clock.now,
      });
    });
    beforeEach(async () => {
      clock.now = at(0);
      await knex('initiatives').delete();
    });
    afterAll(() => knex.destroy());

    const record = (
      id: string,
      progress: Record<string, InitiativeProgress | undefined>,
      days: number,
    ) =>
      knex.transaction(tx =>
        recordProgress(
          tx,
          Object.entries(progress).map(([entityRef, each]) => ({
            entityRef,
            asked: [id],
            progress: new Map(each ? [[id, each]] : []),
          })),
          at(days),
        ),
      );
    const published = async () => {
      const { id } = await store.add(SILVER, { by: 'user:default/ada' });
      await store.publish(id, { revision: 1 });
      return id;
    };
    const byDay = async (id: string, to: string, owner?: string[]) =>
      (await store.countByDay(id, { owner, from: '2027-01-01', to })).map(
        ({ reached, open, unknown }) => [reached, open, unknown],
      );

    it('knows how far services were at the end of each day', async () => {
      const id = await published();
      await record(id, { [orders]: 'open', [basket]: 'open' }, 0);
      await record(id, { [billing]: 'unknown' }, 1);
      await record(id, { [orders]: 'reached' }, 2);
      // Back and forth within a day.
      await record(id, { [basket]: 'reached' }, 3);
      await record(id, { [basket]: 'open' }, 3);
      // It leaves the scope.
      await record(id, { [orders]: undefined }, 5);
      expect(await byDay(id, '2027-01-07')).toEqual([
        [0, 2, 0],
        [0, 2, 1],
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
        [0, 1, 1],
        [0, 1, 1],
      ]);
      expect(await byDay(id, '2027-01-03', ['group:default/money'])).toEqual([
        [0, 0, 0],
        [0, 0, 1],
        [0, 0, 1],
      ]);
      expect(await store.listDebts([id])).toEqual([
        {
          initiativeId: id,
          owner: 'group:default/money',
          open: 0,
          unknown: 1,
          total: 1,
        },
        {
          initiativeId: id,
          owner: 'group:default/shop',
          open: 1,
          unknown: 0,
          total: 1,
        },
      ]);
    });

    it('records nothing where nothing changed, or after it was closed', async () => {
      const id = await published();
      await record(id, { [orders]: 'open' }, 0);
      await record(id, { [orders]: 'open' }, 1);
      const changes = () =>
        knex('initiative_changes').where('initiative_id', id);
      expect(await changes()).toHaveLength(1);

      clock.now = at(3);
      const close = () =>
        store.close(id, { revision: 2, by: 'user:default/ada', note: 'a\0b' });
      const [one, other] = await Promise.all([close(), close()]);
      expect([one, other].filter(each => each)).toEqual([
        expect.objectContaining({
          closed: {
            by: 'user:default/ada',
            at: '2027-01-04T10:00:00.000Z',
            note: 'a\uFFFDb',
          },
        }),
      ]);
      await record(id, { [orders]: 'reached', [basket]: 'open' }, 4);
      await store.removeEntities([orders]);
      expect(await changes()).toHaveLength(1);
      expect(await store.count([id], {})).toEqual(
        new Map([[id, { reached: 0, open: 1, unknown: 0 }]]),
      );
    });

    it('keeps the outcome of a closed one, whatever becomes of its services', async () => {
      const id = await published();
      await record(id, { [orders]: 'open', [billing]: 'reached' }, 0);
      await store.close(id, { revision: 2, by: 'user:default/ada' });
      await sync([
        component('basket', { owner: 'group:default/shop' }),
        component('billing', { owner: 'group:default/new' }),
      ]);
      await knex('entities').where({ entity_ref: orders }).delete();
      const outcome = async (filter?: EntityFilter) => ({
        counts: (await store.count([id], { filter })).get(id),
        teams: (await store.countTeams(id, { filter })).teams.map(
          ({ owner }) => owner,
        ),
        refs: (await store.listEntities(id, { filter })).items.map(
          ({ entityRef }) => entityRef,
        ),
      });
      expect(await outcome()).toEqual({
        counts: { reached: 1, open: 1, unknown: 0 },
        teams: ['group:default/shop', 'group:default/money'],
        refs: [orders, billing],
      });
      expect(await byDay(id, '2027-01-01')).toEqual([[1, 1, 0]]);
      // Whether others may see what is gone is not known.
      expect(
        await outcome({ key: 'kind', values: ['component'] }),
      ).toMatchObject({ refs: [billing] });
      await sync(all);
    });

    it('forgets what was reached when something else is wanted', async () => {
      const id = await published();
      await record(id, { [orders]: 'open', [basket]: 'reached' }, 0);
      clock.now = at(1);
      const gold = { ...SILVER, target: { level: 'gold' } };
      const update = (revision: number, reevaluates: boolean) =>
        store.update(id, gold, { revision, reevaluates, announced: 2 });
      expect(await update(1, true)).toBeUndefined();
      expect(await update(2, false)).toMatchObject({
        measuredAt: at(0).toISOString(),
        announced: 2,
      });
      expect(await store.count([id], {})).toEqual(
        new Map([[id, { reached: 1, open: 1, unknown: 0 }]]),
      );
      expect(await update(3, true)).toMatchObject({
        measuredAt: at(1).toISOString(),
      });
      expect(await byDay(id, '2027-01-02')).toEqual([
        [1, 1, 0],
        [0, 0, 2],
      ]);
    });

    it('deletes what was closed long ago, with all that is known of it', async () => {
      const ids = [await published(), await published(), await published()];
      for (const [index, id] of ids.entries()) {
        await record(id, { [orders]: 'open' }, 0);
        clock.now = at(index);
        await (index < 2 &&
          store.close(id, { revision: 2, by: 'user:default/ada' }));
      }
      expect(await store.removeClosedBefore(at(1))).toBe(1);
      expect(await store.removeClosedBefore(at(1))).toBe(0);
      expect(await store.get(ids[0])).toBeUndefined();
      for (const [index, id] of ids.entries()) {
        for (const table of ['initiative_entities', 'initiative_changes']) {
          expect(await knex(table).where('initiative_id', id)).toHaveLength(
            index === 0 ? 0 : 1,
          );
        }
      }
      expect(await store.removeClosedBefore(at(99))).toBe(1);
      expect(await store.get(ids[2])).toMatchObject({ status: 'published' });
    });

    it('takes services out that are gone', async () => {
      const id = await published();
      await record(id, { [orders]: 'open', [basket]: 'reached' }, 0);
      clock.now = at(1);
      await store.removeEntities([orders]);
      expect(await store.count([id], {})).toEqual(
        new Map([[id, { reached: 1, open: 0, unknown: 0 }]]),
      );
      expect(await byDay(id, '2027-01-02')).toEqual([
        [1, 1, 0],
        [1, 0, 0],
      ]);
    });
  });
});

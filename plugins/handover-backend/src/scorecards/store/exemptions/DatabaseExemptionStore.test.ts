import type { Knex } from 'knex';
import {
  createTestDatabases,
  createTestOutbox,
  createTestQueue,
  createTestStore,
} from '../../../documents/__testUtils__/databases';
import type { WorkQueue } from '../../../queue';
import { SCORECARDS_TOPIC } from '../topic';
import { DatabaseExemptionStore } from './DatabaseExemptionStore';

jest.setTimeout(60_000);

const T0 = Date.parse('2026-11-20T10:00:00.000Z');
const days = (count: number) => new Date(T0 + count * 86_400_000);
const ORDERS = 'component:default/orders';
const [ada, grace] = ['user:default/ada', 'user:default/grace'];

describe('DatabaseExemptionStore', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let queue: WorkQueue;
    let store: DatabaseExemptionStore;
    const clock = { now: days(0) };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await createTestStore(knex);
      queue = await createTestQueue(knex, clock);
      store = await DatabaseExemptionStore.create({
        database: { getClient: async () => knex, migrations: { skip: true } },
        queue,
        outbox: await createTestOutbox(knex, clock),
        now: () => clock.now,
      });
    });
    beforeEach(async () => {
      clock.now = days(0);
      await knex('exemptions').delete();
      await knex('queue_items').delete();
    });
    afterAll(() => knex.destroy());

    const add = (check: string) =>
      store.add({
        entityRef: ORDERS,
        scorecard: 'ready',
        check,
        reason: 'It\0moves.',
        evidence: 'https://tickets.example.com/1\0',
        expiresAt: days(10),
        by: ada,
      });
    const approve = async (check: string) => {
      const { id } = (await add(check))!;
      await store.decide(ORDERS, id, { state: 'approved', by: grace });
      return id;
    };
    const isDue = async () =>
      (await queue.claim(SCORECARDS_TOPIC, { limit: 1, claimUntil: days(0) }))
        .length === 1;

    it('has the entity evaluated again, even if nobody hears of the event', async () => {
      await queue.add(SCORECARDS_TOPIC, [{ key: ORDERS, dueAt: days(1) }]);
      const { id } = (await add('a'))!;
      expect(await isDue()).toBe(false);
      await store.decide(ORDERS, id, { state: 'approved', by: grace });
      expect(await isDue()).toBe(true);
      await queue.markDue(SCORECARDS_TOPIC, [ORDERS], { at: days(1) });
      await store.end(ORDERS, id, {
        from: ['approved'],
        state: 'revoked',
        by: grace,
      });
      expect(await isDue()).toBe(true);
    });

    it('gives one of two approvals at once the exemption, and one of two requests', async () => {
      const requests = await Promise.all([add('a'), add('a')]);
      const [request] = requests.filter(each => each !== undefined);
      expect(requests.filter(each => each === undefined)).toHaveLength(1);
      const step = { state: 'approved' as const, by: grace };
      const approvals = await Promise.all([
        store.decide(ORDERS, request.id, step),
        store.decide(ORDERS, request.id, step),
      ]);
      expect(approvals.filter(each => each !== undefined)).toHaveLength(1);
      expect(request).toMatchObject({
        reason: 'It\uFFFDmoves.',
        evidence: 'https://tickets.example.com/1\uFFFD',
      });
    });

    it('ends what is open when the entity is gone, so that nobody inherits it', async () => {
      const ids = [await approve('a'), (await add('b'))!.id];
      await store.endAll([ORDERS], { by: 'plugin:handover', note: 'Gone.' });
      expect(await store.readInForce([ORDERS], days(0))).toEqual(new Map());
      for (const id of ids) {
        expect(await store.get(ORDERS, id)).toMatchObject({
          state: 'withdrawn',
          end: { by: 'plugin:handover', note: 'Gone.' },
        });
      }
      expect(await store.listChanged(days(0))).toHaveLength(2);
      expect(await store.listChanged(days(1))).toEqual([]);
    });

    it('is in force until its end, and not at that time', async () => {
      await approve('a');
      const last = new Date(days(10).getTime() - 1);
      expect(await store.readInForce([ORDERS], last)).toEqual(
        new Map([
          [ORDERS, [{ scorecard: 'ready', check: 'a', until: days(10) }]],
        ]),
      );
      expect(await store.readInForce([ORDERS], days(10))).toEqual(new Map());
      clock.now = days(10);
      const { id } = (await add('b')) ?? {};
      expect(id && (await store.get(ORDERS, id))?.state).toBe('expired');
    });

    it('is deleted once its last day is long over', async () => {
      const id = await approve('a');
      expect(await store.removeBefore(days(10))).toBe(0);
      expect(await store.get(ORDERS, id)).toBeDefined();
      const deletes: string[] = [];
      knex.on('query', ({ sql }) => {
        if (/^delete/.test(sql)) {
          deletes.push(sql);
        }
      });
      expect(await store.removeBefore(days(11))).toBe(1);
      expect(deletes).toEqual([expect.stringContaining(' limit ')]);
      expect(await store.get(ORDERS, id)).toBeUndefined();
    });
  });
});

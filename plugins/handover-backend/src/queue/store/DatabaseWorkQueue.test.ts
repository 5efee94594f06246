import type { Knex } from 'knex';
import {
  createTestDatabases,
  createTestQueue,
  createTestStore,
} from '../../documents/__testUtils__/databases';
import type { WorkItem, WorkQueue } from './WorkQueue';

jest.setTimeout(60_000);

const T0 = Date.parse('2026-11-20T10:00:00.000Z');
const minutes = (count: number) => new Date(T0 + count * 60_000);

describe('DatabaseWorkQueue', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let clock: { now: Date };
    let queue: WorkQueue;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      clock = { now: minutes(0) };
      await createTestStore(knex);
      queue = await createTestQueue(knex, clock);
    });

    beforeEach(async () => {
      clock.now = minutes(0);
      await knex('queue_items').delete();
    });

    afterAll(async () => {
      await knex.destroy();
    });

    const claim = (limit = 10, claimUntil = minutes(60)) =>
      queue.claim('t', { limit, claimUntil });
    const keysOf = (items: readonly { key: string }[]) =>
      items.map(({ key }) => key).sort();
    const settle = (
      item: WorkItem,
      result: 'done' | 'failed' | 'returned',
      dueAt = minutes(10),
    ) => queue.settle('t', [{ ...item, dueAt, result }]);

    it('makes items due that only a clock set back explains', async () => {
      await queue.add('t', [{ key: 'soon', dueAt: minutes(30) }]);
      clock.now = minutes(60 * 24 * 30);
      await queue.add('t', [
        { key: 'late', dueAt: clock.now },
        { key: 'claimed', dueAt: minutes(0) },
      ]);
      const [held] = await queue.claim('t', {
        limit: 1,
        key: 'claimed',
        claimUntil: new Date(clock.now.getTime() + 60_000),
      });
      await queue.add('other', [{ key: 'late', dueAt: clock.now }]);
      clock.now = minutes(0);

      await expect(queue.limitWait('t', minutes(45))).resolves.toBe(2);
      // What began before cannot be recorded over what begins now.
      await expect(settle(held, 'done')).resolves.toEqual(new Set());
      expect(keysOf(await claim())).toEqual(['claimed', 'late']);
      await expect(queue.limitWait('t', minutes(45))).resolves.toBe(2);
    });

    it('gives each due item to one of many claimants, the longest due first', async () => {
      await queue.add(
        't',
        Array.from({ length: 60 }, (_, index) => ({
          key: `k${index}`,
          dueAt: minutes(index - 49),
        })),
      );
      await queue.add('other', [{ key: 'k0', dueAt: minutes(-1) }]);
      await expect(
        queue.claim('t', { limit: 1, claimUntil: minutes(60) }),
      ).resolves.toMatchObject([{ key: 'k0', failures: 0 }]);

      const claims = await Promise.all(
        Array.from({ length: 8 }, () => claim(7)),
      );
      const keys = claims.flat().map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      // Whoever passes over rows that others are claiming may get fewer.
      const rest = await claim(100);
      expect([...keys, ...keysOf(rest)].sort()).toEqual(
        Array.from({ length: 49 }, (_, index) => `k${index + 1}`).sort(),
      );
      await expect(claim()).resolves.toEqual([]);
      await expect(
        queue.claim('other', { limit: 10, claimUntil: minutes(1) }),
      ).resolves.toHaveLength(1);
    });

    it('gives an item to somebody else when the claim expires, and ignores who had it', async () => {
      await queue.add('t', [{ key: 'a', dueAt: minutes(0) }]);
      const [first] = await claim(1, minutes(5));
      clock.now = new Date(minutes(5).getTime() - 1);
      await expect(claim()).resolves.toEqual([]);
      clock.now = minutes(5);
      const [second] = await claim(1, minutes(10));
      expect(second.key).toBe('a');

      await expect(settle(first, 'done')).resolves.toEqual(new Set());
      await expect(settle(second, 'done')).resolves.toEqual(new Set(['a']));
      await expect(settle(second, 'done')).resolves.toEqual(new Set());
      clock.now = minutes(9);
      await expect(claim()).resolves.toEqual([]);
      clock.now = minutes(10);
      await expect(claim()).resolves.toHaveLength(1);
    });

    it('makes items due now or later, and voids their claims', async () => {
      await queue.add(
        't',
        ['a', 'b'].map(key => ({ key, dueAt: minutes(0) })),
      );
      const [a, b] = await claim();
      await expect(queue.markDue('t', ['a', 'gone'])).resolves.toBe(1);
      await expect(queue.markDue('t', ['b'], { at: minutes(3) })).resolves.toBe(
        1,
      );
      await expect(settle(a, 'done')).resolves.toEqual(new Set());
      await expect(settle(b, 'done')).resolves.toEqual(new Set());
      expect(keysOf(await claim())).toEqual(['a']);
      clock.now = minutes(3);
      expect(keysOf(await claim())).toEqual(['b']);
    });

    it('counts failures in a row', async () => {
      await queue.add('t', [{ key: 'a', dueAt: minutes(0) }]);
      const again = async () =>
        (
          await queue.claim('t', { limit: 1, claimUntil: minutes(9), key: 'a' })
        )[0];
      const counts: number[] = [];
      for (const result of ['failed', 'failed', 'returned', 'done'] as const) {
        await settle(await again(), result);
        counts.push((await again()).failures);
      }
      expect(counts).toEqual([1, 2, 2, 0]);
    });

    it('schedules items that are settled together each for its own time', async () => {
      const names = ['a', 'b', 'c', 'd', 'other'];
      await queue.add(
        't',
        names.map(key => ({ key, dueAt: minutes(0) })),
      );
      await queue.add('u', [{ key: 'a', dueAt: minutes(0) }]);
      const claimed = new Map(
        (await claim(4, minutes(60))).map(item => [item.key, item]),
      );
      const results = ['done', 'done', 'failed', 'returned'] as const;
      const settled = [...claimed.values()].map((item, index) => ({
        ...item,
        dueAt: minutes(10 + index),
        result: results[index],
      }));
      settled[0].claimToken = 'of somebody else';
      expect(await queue.settle('t', settled)).toEqual(
        new Set(keysOf(settled.slice(1))),
      );
      const rows = await knex('queue_items')
        .whereNull('claim_token')
        .where({ topic: 't' })
        .whereIn('key', [...claimed.keys()])
        .orderBy('next_due_at');
      expect(
        rows.map(row => [
          row.key,
          new Date(row.next_due_at),
          Number(row.failures),
        ]),
      ).toEqual([
        [settled[1].key, minutes(11), 0],
        [settled[2].key, minutes(12), 1],
        [settled[3].key, minutes(13), 0],
      ]);
      await expect(
        knex('queue_items').where({ topic: 'u' }).first(),
      ).resolves.toMatchObject({ claim_token: null });
    });

    it('forgets removed items, and keeps those that are added twice', async () => {
      await queue.add('t', [
        { key: 'a', dueAt: minutes(0) },
        { key: 'b', dueAt: minutes(0) },
      ]);
      const claimed = await claim();
      await queue.remove('t', ['a']);
      await queue.add('t', [{ key: 'b', dueAt: minutes(-5) }]);
      await expect(claim()).resolves.toEqual([]);
      await expect(settle(claimed[0], 'done')).resolves.toEqual(new Set());
      await expect(queue.listKeys('t', { limit: 5 })).resolves.toEqual(['b']);
      await expect(
        queue.listKeys('t', { limit: 5, after: 'b' }),
      ).resolves.toEqual([]);
    });

    it('takes more items at once than fit into a statement', async () => {
      const keys = Array.from({ length: 2_500 }, (_, index) => `k${index}`);
      await queue.add(
        't',
        keys.map(key => ({ key, dueAt: minutes(0) })),
      );
      await expect(queue.markDue('t', keys)).resolves.toBe(2_500);
      const claimed = await claim(2_500);
      expect(claimed).toHaveLength(2_500);
      const held = await queue.settle(
        't',
        claimed.map(item => ({
          ...item,
          dueAt: minutes(1),
          result: 'done' as const,
        })),
      );
      expect(held.size).toBe(2_500);
      await queue.remove('t', keys);
      await expect(queue.listKeys('t', { limit: 1 })).resolves.toEqual([]);
    });

    it('takes part in the transaction of its caller', async () => {
      await queue.add('t', [{ key: 'a', dueAt: minutes(0) }]);
      await expect(
        knex.transaction(async transaction => {
          await queue.markDue('t', ['a'], { at: minutes(9), transaction });
          await queue.add('t', [{ key: 'b', dueAt: minutes(0) }], {
            transaction,
          });
          throw new Error('Rolled back');
        }),
      ).rejects.toThrow('Rolled back');
      expect(keysOf(await claim())).toEqual(['a']);
    });

    it('survives many who lock the same items in opposite orders', async () => {
      const keys = Array.from({ length: 50 }, (_, index) => `k${index}`);
      await queue.add(
        't',
        keys.map(key => ({ key, dueAt: minutes(0) })),
      );
      await Promise.all(
        Array.from({ length: 10 }, async (_, index) => {
          const mine = index % 2 ? keys : [...keys].reverse();
          await queue.markDue('t', mine);
          const claimed = await claim(50);
          await queue.settle(
            't',
            claimed.reverse().map(item => ({
              ...item,
              dueAt: minutes(1 + index),
              result: 'done' as const,
            })),
          );
        }),
      );
      await expect(queue.listKeys('t', { limit: 99 })).resolves.toHaveLength(
        50,
      );
    });
  });
});

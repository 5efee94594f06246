import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  createTestQueue,
  createTestStore,
} from '../documents/__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import type { WorkItem, WorkQueue } from './store';
import { type WorkHandler, WorkLoop } from './WorkLoop';

jest.setTimeout(60_000);

const TOPIC = 'test';

describe('WorkLoop', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let queue: WorkQueue;
    let clock: { now: Date };

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      clock = { now: new Date() };
      await createTestStore(knex);
      queue = await createTestQueue(knex, clock);
    });

    afterEach(async () => {
      await knex.destroy();
    });

    const add = (...keys: string[]) =>
      queue.add(
        TOPIC,
        keys.map(key => ({ key, dueAt: new Date(0) })),
      );
    const states = async () =>
      (await knex('queue_items').orderBy('key')).map(row => ({
        key: row.key,
        claimed: row.claim_token !== null,
        failures: row.failures,
        inMs: new Date(row.next_due_at).getTime() - clock.now.getTime(),
      }));

    /** A loop that notes what it did, and does the same work again in an hour. */
    function createLoop(
      options: {
        work?: (item: WorkItem, options: { signal: AbortSignal }) => unknown;
        handler?: Partial<WorkHandler<WorkItem, unknown>>;
        batchSize?: number;
        concurrency?: number;
        timeoutMs?: number;
        abortOnStop?: boolean;
      } = {},
    ) {
      const { work = () => undefined, handler, ...config } = options;
      const recorded: string[] = [];
      const logger = mockServices.logger.mock();
      const loop = WorkLoop.create<WorkItem, unknown>({
        topic: TOPIC,
        queue,
        logger,
        handler: {
          claim: each => queue.claim(TOPIC, each),
          work: async (item, each) => work(item, each),
          record: async done => {
            const held = await queue.settle(
              TOPIC,
              done.map(({ item }) => ({
                ...item,
                dueAt: new Date(clock.now.getTime() + 3_600_000),
                result: 'done' as const,
              })),
            );
            recorded.push(...held);
          },
          ...handler,
        },
        config: {
          maxWaitMs: 3_600_000,
          batchSize: 10,
          concurrency: 5,
          timeoutMs: 10_000,
          retry: { firstMs: 60_000, lastMs: 120_000 },
          ...config,
        },
      });
      return { loop, recorded, logger };
    }

    it('works on items that were scheduled before the clock was set back', async () => {
      const inDays = (days: number) =>
        new Date(clock.now.getTime() + days * 86_400_000);
      await queue.add(TOPIC, [
        { key: 'far', dueAt: inDays(30) },
        { key: 'near', dueAt: new Date(clock.now.getTime() + 3_000_000) },
      ]);
      const { loop, recorded } = createLoop();
      await loop.runDue();
      expect(recorded).toEqual(['far']);
    });

    it('shares the work with other loops, each item once', async () => {
      const keys = Array.from({ length: 100 }, (_, index) => `k${index}`);
      await add(...keys);
      const worked: string[] = [];
      const loops = Array.from({ length: 3 }, () =>
        createLoop({ batchSize: 7, work: ({ key }) => worked.push(key) }),
      );
      await Promise.all(loops.map(({ loop }) => loop.runDue()));
      expect(worked.sort()).toEqual([...keys].sort());
      expect(loops.flatMap(({ recorded }) => recorded).sort()).toEqual(
        [...keys].sort(),
      );
    });

    it('takes over from a process that died, once its claims expire', async () => {
      await add('a', 'b', 'c');
      const claimUntil = new Date(clock.now.getTime() + 60_000);
      // A process that claims, and is never heard of again.
      await queue.claim(TOPIC, { limit: 2, claimUntil });

      const { loop, recorded } = createLoop();
      await loop.runDue();
      expect(recorded).toHaveLength(1);
      clock.now = claimUntil;
      await loop.runDue();
      expect([...recorded].sort()).toEqual(['a', 'b', 'c']);
    });

    it('does the others when an item throws, hangs or cannot be recorded', async () => {
      await add('good', 'hangs', 'throws', 'unstorable');
      const stored: string[] = [];
      let hanging: AbortSignal | undefined;
      const { loop, logger } = createLoop({
        timeoutMs: 50,
        work: ({ key }, { signal }) => {
          if (key === 'throws') {
            throw new Error('Broken');
          }
          if (key === 'hangs') {
            hanging = signal;
            return new Promise(() => {});
          }
          return undefined;
        },
        handler: {
          record: async done => {
            if (done.some(({ item }) => item.key === 'unstorable')) {
              throw new Error('invalid byte sequence');
            }
            stored.push(...done.map(({ item }) => item.key));
            await queue.settle(
              TOPIC,
              done.map(({ item }) => ({
                ...item,
                dueAt: new Date(clock.now.getTime() + 3_600_000),
                result: 'done' as const,
              })),
            );
          },
        },
      });
      await loop.runDue();
      expect(stored).toEqual(['good']);
      expect(hanging?.aborted).toBe(true);
      const [good, ...bad] = await states();
      expect(good).toMatchObject({ key: 'good', claimed: false, failures: 0 });
      for (const each of bad) {
        expect(each).toMatchObject({ claimed: false, failures: 1 });
        expect(each.inMs).toBeGreaterThanOrEqual(60_000);
        expect(each.inMs).toBeLessThan(80_000);
      }
      expect(
        logger.error.mock.calls.map(([message]) => message).sort(),
      ).toEqual(
        ['hangs', 'throws', 'unstorable'].map(
          key => `Work on '${key}' of 'test' failed`,
        ),
      );
    });

    it('goes on with the next run after one that failed', async () => {
      await add('a');
      let failing = true;
      const { loop, recorded, logger } = createLoop({
        handler: {
          claim: async options => {
            if (failing) {
              throw new Error('connection refused');
            }
            return queue.claim(TOPIC, options);
          },
        },
      });
      await loop.runDue();
      expect(recorded).toEqual([]);
      expect(logger.error.mock.calls[0][0]).toBe(
        "Working on 'test' failed; the next scheduled run continues",
      );
      failing = false;
      await loop.runDue();
      expect(recorded).toEqual(['a']);
    });

    it('works on no more items at a time than it may', async () => {
      await add(...Array.from({ length: 20 }, (_, index) => `k${index}`));
      let running = 0;
      let most = 0;
      const { loop, recorded } = createLoop({
        batchSize: 20,
        concurrency: 3,
        work: async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise(resolve => setImmediate(resolve));
          running -= 1;
        },
      });
      await loop.runDue();
      expect(recorded).toHaveLength(20);
      expect(most).toBe(3);
    });

    it('finishes what is under way when it stops, and returns the rest', async () => {
      await add('a', 'b', 'c');
      let release = () => {};
      let begin = () => {};
      const begun = new Promise<void>(resolve => {
        begin = resolve;
      });
      const { loop, recorded } = createLoop({
        concurrency: 1,
        work: () => {
          begin();
          return new Promise<void>(resolve => {
            release = resolve;
          });
        },
      });
      const run = loop.runDue();
      await begun;
      const stopped = loop.stop();
      release();
      await Promise.all([run, stopped]);
      expect(recorded).toHaveLength(1);
      expect(
        (await states()).filter(
          ({ claimed, inMs }) => !claimed && inMs < 600_000,
        ),
      ).toHaveLength(2);
      await loop.runDue();
      expect(recorded).toHaveLength(1);
    });

    it('aborts what is under way when it stops, if it is told to', async () => {
      await add('a', 'b', 'c');
      const begun = new Set<string>();
      const { loop, recorded, logger } = createLoop({
        concurrency: 2,
        abortOnStop: true,
        work: ({ key }, { signal }) => {
          begun.add(key);
          return new Promise((resolve, reject) => {
            // One of them ends well all the same.
            signal.addEventListener('abort', () =>
              key === 'a' ? resolve(undefined) : reject(signal.reason),
            );
          });
        },
      });
      const run = loop.runDue();
      await eventually(() => expect(begun.size).toBe(2));
      await Promise.all([run, loop.stop()]);
      expect(recorded).toEqual(['a']);
      expect(await states()).toMatchObject([
        { key: 'a', inMs: 3_600_000 },
        { key: 'b', claimed: false, failures: 0 },
        { key: 'c', claimed: false, failures: 0 },
      ]);
      expect(logger.error).not.toHaveBeenCalled();
    });
  });
});

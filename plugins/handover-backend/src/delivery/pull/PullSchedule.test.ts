import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  createTestOutbox,
  createTestQueue,
  createTestStore,
} from '../../documents/__testUtils__/databases';
import type { WorkQueue } from '../../queue';
import { readDeliveryConfig } from '../config';
import { DatabaseDeliveryStore, type DeliveryStore } from '../store';
import type { PullResult } from './ProviderPuller';
import { PULL_TOPIC, PullSchedule } from './PullSchedule';

jest.setTimeout(60_000);

const T0 = Date.parse('2026-11-20T10:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ORDERS = 'component:default/orders';

describe('PullSchedule', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let clock: { now: Date };
    let queue: WorkQueue;
    let store: DeliveryStore;
    let schedule: PullSchedule;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      clock = { now: new Date(T0) };
      await createTestStore(knex);
      queue = await createTestQueue(knex, clock);
      const now = () => clock.now;
      store = await DatabaseDeliveryStore.create({
        database: mockServices.database({ knex }),
        outbox: await createTestOutbox(knex),
        now,
      });
      schedule = PullSchedule.create({
        queue,
        store,
        config: readDeliveryConfig(mockServices.rootConfig()).pull,
        now,
      });
    });

    afterEach(async () => {
      await knex.destroy();
    });

    async function settle(key: string, result: PullResult): Promise<void> {
      const [item] = await queue.claim(PULL_TOPIC, {
        limit: 1,
        claimUntil: new Date(clock.now.getTime() + HOUR),
        key,
      });
      await schedule.settle([{ item, result }]);
    }

    /** How long until the entity is due. */
    async function waitOf(key: string): Promise<number> {
      const row = await knex('queue_items').where({ key }).first();
      return new Date(row.next_due_at).getTime() - clock.now.getTime();
    }

    /** The wait without its spread of up to 15 %, if it is the expected one. */
    const withoutSpread = (actual: number, expected: number) =>
      actual >= expected && actual <= 1.16 * expected ? expected : actual;

    const putDelivery = (
      entityRef: string,
      data: { deployedAt?: number; ranAt?: number },
    ) =>
      store.putProviderData(
        entityRef,
        { id: 'jenkins', title: 'Jenkins', demonstration: false },
        {
          runs: data.ranAt
            ? [
                {
                  id: '1',
                  provider: 'jenkins',
                  pipeline: 'p',
                  status: 'failed',
                  stages: [],
                  startedAt: new Date(data.ranAt).toISOString(),
                },
              ]
            : [],
          deployments: data.deployedAt
            ? [
                {
                  id: '1',
                  provider: 'jenkins',
                  environment: 'production',
                  at: new Date(data.deployedAt).toISOString(),
                  outcome: 'succeeded',
                },
              ]
            : [],
        },
      );

    it('spreads new entities over the first interval, and keeps those it has', async () => {
      const refs = Array.from(
        { length: 40 },
        (_, i) => `component:default/${i}`,
      );
      await schedule.add(refs);
      const waits = await Promise.all(refs.map(waitOf));
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...waits)).toBeLessThanOrEqual(15 * MINUTE);
      expect(new Set(waits).size).toBeGreaterThan(10);
      await schedule.add(refs);
      await expect(Promise.all(refs.map(waitOf))).resolves.toEqual(waits);
    });

    it('pulls busy entities more often than idle ones', async () => {
      const names = [
        'idle',
        'old',
        'deployed',
        'ran',
        'viewed',
        'viewed-before',
      ];
      await schedule.add(names);
      await putDelivery('old', {
        deployedAt: T0 - 25 * HOUR,
        ranAt: T0 - 25 * HOUR,
      });
      await putDelivery('deployed', { deployedAt: T0 - 23 * HOUR });
      await putDelivery('ran', { ranAt: T0 - 23 * HOUR });
      clock.now = new Date(T0 - 61 * MINUTE);
      await schedule.viewed('viewed-before');
      clock.now = new Date(T0 - 59 * MINUTE);
      await schedule.viewed('viewed');
      clock.now = new Date(T0);
      for (const name of names) {
        await settle(name, { status: 'pulled' });
      }
      for (const name of ['idle', 'old', 'viewed-before']) {
        expect(withoutSpread(await waitOf(name), 6 * HOUR)).toBe(6 * HOUR);
      }
      for (const name of ['deployed', 'ran', 'viewed']) {
        expect(withoutSpread(await waitOf(name), 15 * MINUTE)).toBe(
          15 * MINUTE,
        );
      }
    });

    it('brings an idle entity forward when somebody looks at it', async () => {
      await schedule.add([ORDERS]);
      await settle(ORDERS, { status: 'pulled' });
      await schedule.viewed(ORDERS);
      await expect(waitOf(ORDERS)).resolves.toBe(15 * MINUTE);
      clock.now = new Date(T0 + 10 * MINUTE);
      await schedule.viewed(ORDERS);
      await expect(waitOf(ORDERS)).resolves.toBe(5 * MINUTE);
      // Nothing is added by looking: a provider may not apply.
      await schedule.viewed('component:default/other');
      await expect(queue.listKeys(PULL_TOPIC, { limit: 9 })).resolves.toEqual([
        ORDERS,
      ]);
    });

    it('waits longer after each failure in a row, and as long as a limit says', async () => {
      await schedule.add([ORDERS]);
      const waits: number[] = [];
      for (let count = 0; count < 12; count += 1) {
        await settle(ORDERS, { status: 'failed' });
        waits.push(await waitOf(ORDERS));
      }
      const expected = [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360];
      expect(
        waits.map(
          (wait, i) => withoutSpread(wait, expected[i] * MINUTE) / MINUTE,
        ),
      ).toEqual(expected);
      await settle(ORDERS, { status: 'pulled' });
      await settle(ORDERS, {
        status: 'failed',
        retryAt: new Date(T0 + 50 * MINUTE),
      });
      expect(withoutSpread(await waitOf(ORDERS), 50 * MINUTE)).toBe(
        50 * MINUTE,
      );
    });

    it('forgets entities that no provider applies to', async () => {
      await schedule.add([ORDERS, 'component:default/gone']);
      await settle('component:default/gone', { status: 'none' });
      await expect(queue.listKeys(PULL_TOPIC, { limit: 9 })).resolves.toEqual([
        ORDERS,
      ]);
    });
  });

  it('refuses a schedule that makes no sense', () => {
    const read = (pull: object) =>
      readDeliveryConfig(
        mockServices.rootConfig({ data: { handover: { delivery: { pull } } } }),
      );
    expect(() => read({ interval: { hours: 7 } })).toThrow(
      "Invalid duration at 'handover.delivery.pull.idleInterval': must not be shorter than 'handover.delivery.pull.interval'",
    );
    expect(() => read({ concurrency: 0 })).toThrow(
      "Invalid number at 'handover.delivery.pull.concurrency': must be a whole number from 1 to 50, not 0",
    );
  });
});

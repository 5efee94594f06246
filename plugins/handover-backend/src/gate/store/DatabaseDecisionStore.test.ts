import {
  createTestDatabases,
  createTestStore,
} from '../../documents/__testUtils__/databases';
import { DatabaseDecisionStore } from './DatabaseDecisionStore';

jest.setTimeout(60_000);

const ORDERS = 'component:default/orders';

describe('DatabaseDecisionStore', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'keeps the latest time of the decisions of a day, in whatever order they come (%s)',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await createTestStore(knex);
      const store = await DatabaseDecisionStore.create({
        database: { getClient: async () => knex, migrations: { skip: true } },
        outbox: { append: async () => {} },
      });
      const lastAfter = async (time: string) => {
        const recordedAt = new Date(`2026-11-20T${time}Z`);
        await store.record({
          decision: { environment: 'live', change: 'deploy', verdict: 'open' },
          recordedAt,
          event: {
            topic: 'handover.incident.resolved',
            entityRef: ORDERS,
            data: { incidentId: '1', resolvedAt: recordedAt.toISOString() },
          },
        });
        const counts = await store.readDecisionCounts([ORDERS], recordedAt);
        return counts.get(ORDERS)?.map(({ last }) => last.toISOString());
      };
      expect(await lastAfter('10:00:00.000')).toEqual([
        '2026-11-20T10:00:00.000Z',
      ]);
      expect(await lastAfter('10:00:01.500')).toEqual([
        '2026-11-20T10:00:01.500Z',
      ]);
      expect(await lastAfter('09:59:00.000')).toEqual([
        '2026-11-20T10:00:01.500Z',
      ]);
      await knex.destroy();
    },
  );
});

import {
  createTestDatabases,
  createTestOutbox,
  createTestQueue,
  createTestStore,
} from '../../documents/__testUtils__/databases';
import { replaceHistory } from '../__testUtils__/replaceHistory';
import { DatabaseScorecardStore } from './DatabaseScorecardStore';

jest.setTimeout(60_000);

const day = (count: number) => new Date(Date.UTC(2026, 0, count));

describe('DatabaseScorecardStore', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'removes history that ended, and all that is old without a result (%s)',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await createTestStore(knex);
      const store = await DatabaseScorecardStore.create({
        database: { getClient: async () => knex, migrations: { skip: true } },
        queue: await createTestQueue(knex),
        outbox: await createTestOutbox(knex),
      });
      await knex('scorecard_results').insert({
        scorecard: 'ready',
        entity_ref: 'component:default/orders',
        version: 'v',
        level: 'gold',
        rank: 1,
        level_held: false,
        weights: '{}',
        checks: '[]',
        outcomes: '{}',
        revision: 1,
        evaluated_at: day(9),
        changed_at: day(9),
      });
      await replaceHistory(knex, [
        { name: 'orders', level: null, at: day(1) },
        { name: 'orders', level: 'bronze', at: day(2) },
        { name: 'orders', level: 'silver', at: day(4) },
        { name: 'gone', level: 'bronze', at: day(1) },
        { name: 'gone', level: 'silver', at: day(4) },
      ]);
      const deletes: string[] = [];
      knex.on('query', ({ sql }) => {
        if (/^delete/.test(sql)) {
          deletes.push(sql);
        }
      });
      expect(await store.removeHistoryBefore(day(3))).toBe(2);
      expect(deletes).toEqual([expect.stringContaining(' limit ')]);
      expect(
        await knex('scorecard_history').orderBy('id').pluck('level'),
      ).toEqual(['bronze', 'silver', 'silver']);
      expect(await store.removeHistoryBefore(day(99))).toBe(2);
      expect(
        await knex('scorecard_history').orderBy('id').pluck('entity_ref'),
      ).toEqual(['component:default/orders']);
      await knex.destroy();
    },
  );
});

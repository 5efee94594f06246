import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../../documents/__testUtils__/databases';
import { DatabaseDefinitionStore } from './DatabaseDefinitionStore';
import { NameTakenError } from './DefinitionStore';

jest.setTimeout(60_000);

const A = 'https://git.example.com/a.yaml';
const B = 'https://git.example.com/b.yaml';

const defined = (name: string, version = 'v1') => ({
  name,
  version,
  definition: { name },
});
const read = (...definitions: ReturnType<typeof defined>[]) => ({
  problems: [],
  definitions,
});
const failed = (message: string) => ({
  problems: [{ path: '', message, severity: 'error' as const }],
});

describe('DatabaseDefinitionStore', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    async function create() {
      const knex = await databases.init(databaseId);
      const clock = { now: new Date('2026-11-30T12:00:00Z') };
      const onChanged = jest.fn();
      const onEnded = jest.fn();
      const store = await DatabaseDefinitionStore.create({
        database: mockServices.database({ knex }),
        tables: { definitions: 'calendars', locations: 'calendar_locations' },
        onChanged: async () => onChanged(),
        onEnded: async (_, names) => onEnded(names),
        now: () => clock.now,
      });
      const names = async () =>
        (await store.list()).map(({ name, origin }) => `${origin} ${name}`);
      return { knex, clock, onChanged, onEnded, store, names };
    }

    it('tells of a change only if a definition or the state of a location changes', async () => {
      const { knex, clock, store, onChanged } = await create();
      const steps: [
        ReturnType<typeof failed> | ReturnType<typeof read>,
        number,
      ][] = [
        [failed('down'), 1],
        [failed('down'), 0],
        [failed('gone'), 1],
        [read(defined('x')), 1],
        [read(defined('x')), 0],
        [read(defined('x', 'v2')), 1],
        [failed('down'), 1],
        [failed('down'), 0],
        [read(defined('x', 'v2')), 1],
        [read(defined('y')), 1],
      ];
      for (const [index, [reading, changes]] of steps.entries()) {
        clock.now = new Date(clock.now.getTime() + 60_000);
        onChanged.mockClear();
        await store.recordReading(A, reading);
        expect([index, onChanged.mock.calls.length]).toEqual([index, changes]);
      }
      clock.now = new Date('2026-12-01T12:00:00Z');
      await store.recordReading(A, read(defined('y')));
      expect(await store.listLocations()).toEqual([
        {
          location: A,
          problems: [],
          readAt: '2026-12-01T12:00:00.000Z',
          checkedAt: '2026-12-01T12:00:00.000Z',
        },
      ]);
      await knex.destroy();
    });

    it('lets one of two locations have a name, and records nothing of the other', async () => {
      const { knex, store, names } = await create();
      await store.recordReading(B, read(defined('own')));
      const results = await Promise.allSettled([
        store.recordReading(A, read(defined('x', 'a'))),
        store.recordReading(B, read(defined('x', 'b'))),
      ]);
      const refused = results.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(1);
      expect(refused).toMatchObject([{ reason: expect.any(NameTakenError) }]);
      expect(await names()).toEqual(
        results[0].status === 'fulfilled' ? [`${A} x`, `${B} own`] : [`${B} x`],
      );
      expect(await store.listLocations()).toHaveLength(
        results[0].status === 'fulfilled' ? 2 : 1,
      );
      await knex.destroy();
    });

    it('ends definitions of their own origin only', async () => {
      const { knex, store, names, onEnded } = await create();
      await store.recordReading(A, read(defined('x')));
      await store.replace('', [defined('x', 'v2'), defined('z')]);
      await store.recordReading(A, read(defined('y')));
      expect(await names()).toEqual([' x', ' z', `${A} y`]);
      expect(onEnded).not.toHaveBeenCalled();
      await expect(store.recordReading(A, read(defined('x')))).rejects.toThrow(
        "'x' is already defined",
      );
      expect(await names()).toEqual([' x', ' z', `${A} y`]);

      onEnded.mockClear();
      await store.recordReading(B, failed('down'));
      expect(await store.keepOrigins(['', A])).toBe(false);
      expect(await store.keepOrigins([''])).toBe(true);
      expect(await names()).toEqual([' x', ' z']);
      expect(await store.listLocations()).toEqual([]);
      expect(onEnded.mock.calls).toEqual([[['y']]]);
      await knex.destroy();
    });
  });
});

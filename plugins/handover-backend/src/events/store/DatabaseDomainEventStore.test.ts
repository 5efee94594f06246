import type { Knex } from 'knex';
import {
  createTestDatabases,
  createTestOutbox,
  createTestStore,
} from '../../documents/__testUtils__/databases';
import type {
  DomainEventStore,
  NewDomainEvent,
  RelayClaim,
} from './DomainEventStore';

jest.setTimeout(60_000);

const T0 = Date.parse('2026-11-20T10:00:00.000Z');
const minutes = (count: number) => new Date(T0 + count * 60_000);

describe('DatabaseDomainEventStore', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let clock: { now: Date };
    let store: DomainEventStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      clock = { now: minutes(0) };
      await createTestStore(knex);
      store = await createTestOutbox(knex, clock);
    });

    afterEach(async () => {
      await knex.destroy();
    });

    const changed = (name: string): NewDomainEvent => ({
      topic: 'handover.document.changed',
      entityRef: `component:default/${name}`,
      data: {
        revision: 1,
        previousRevision: 0,
        source: 'repository',
        contentHash: 'abc',
      },
    });
    const resolved = (name: string): NewDomainEvent => ({
      topic: 'handover.incident.resolved',
      entityRef: `component:default/${name}`,
      data: { incidentId: '1', resolvedAt: minutes(0).toISOString() },
    });
    const append = (...events: NewDomainEvent[]) =>
      knex.transaction(transaction => store.append(events, { transaction }));

    async function claimed(): Promise<RelayClaim> {
      const claim = await store.claimRelay({ until: minutes(5) });
      expect(claim).toBeDefined();
      return claim!;
    }
    /** Places everything that was committed in the order. */
    async function place() {
      const claim = await claimed();
      await store.readUnpublished(claim, { limit: 100 });
      await store.releaseRelay(claim);
    }
    const namesOf = (events: readonly { payload: { entityRef: string } }[]) =>
      events.map(({ payload }) => payload.entityRef.split('/')[1]);

    it('keeps events with the change that they tell of, or not at all', async () => {
      const committed = jest.fn();
      store.onCommitted(committed);
      await expect(
        knex.transaction(async transaction => {
          await store.append([changed('lost')], { transaction });
          throw new Error('Rolled back');
        }),
      ).rejects.toThrow('Rolled back');
      await append(changed('a'), changed('b'));
      expect(committed).toHaveBeenCalledTimes(1);
      await place();
      const { items, ...rest } = await store.replay({});
      expect(items).toEqual([
        {
          topic: 'handover.document.changed',
          payload: {
            id: expect.stringMatching(/^[0-9a-f-]{36}$/),
            sequence: 1,
            entityRef: 'component:default/a',
            at: minutes(0).toISOString(),
            revision: 1,
            previousRevision: 0,
            source: 'repository',
            contentHash: 'abc',
          },
        },
        expect.objectContaining({
          payload: expect.objectContaining({ sequence: 2 }),
        }),
      ]);
      expect(rest).toEqual({ next: 2, hasMore: false, hasGap: false });
    });

    it('keeps thousands of events that are recorded at once', async () => {
      const names = Array.from({ length: 6_001 }, (_, index) => `e${index}`);
      await append(...names.map(changed));
      expect(await knex('domain_events').pluck('entity_ref')).toHaveLength(
        names.length,
      );
    });

    it('replays by sequence and topic, a page at a time', async () => {
      await append(changed('a'), resolved('b'), changed('c'), resolved('d'));
      await place();
      const topics = ['handover.document.changed' as const];
      const first = await store.replay({ topics, limit: 1 });
      expect([namesOf(first.items), first.next, first.hasMore]).toEqual([
        ['a'],
        1,
        true,
      ]);
      const second = await store.replay({ topics, after: first.next });
      // The last event is of another topic, and need not be read again.
      expect([namesOf(second.items), second.next, second.hasMore]).toEqual([
        ['c'],
        4,
        false,
      ]);
      await expect(store.replay({ after: 4 })).resolves.toEqual({
        items: [],
        next: 4,
        hasMore: false,
        hasGap: false,
      });
    });

    it('lets one process publish at a time, and another one after the claim expires', async () => {
      await append(changed('a'), changed('b'), changed('c'));
      const first = await claimed();
      await expect(
        store.claimRelay({ until: minutes(9) }),
      ).resolves.toBeUndefined();
      const unpublished = await store.readUnpublished(first, { limit: 2 });
      expect(namesOf(unpublished!.events)).toEqual(['a', 'b']);
      await expect(
        store.markPublished(first, { sequence: 1, until: minutes(6) }),
      ).resolves.toBe(true);

      clock.now = minutes(6);
      const second = await store.claimRelay({ until: minutes(12) });
      await expect(
        store.readUnpublished(first, { limit: 9 }),
      ).resolves.toBeUndefined();
      await expect(
        store.markPublished(first, { sequence: 2, until: minutes(99) }),
      ).resolves.toBe(false);
      const rest = await store.readUnpublished(second!, { limit: 9 });
      // Whether 'b' was published is not known: it is published again.
      expect(namesOf(rest!.events)).toEqual(['b', 'c']);
      expect(rest!.events[0].payload.id).toBe(
        unpublished!.events[1].payload.id,
      );
    });

    it('lets nobody publish for a month because the clock was set back', async () => {
      clock.now = minutes(60 * 24 * 30);
      await store.claimRelay({ until: minutes(60 * 24 * 30 + 5) });
      clock.now = minutes(0);
      await expect(
        store.claimRelay({ until: minutes(5) }),
      ).resolves.toBeDefined();
      await expect(
        store.claimRelay({ until: minutes(5) }),
      ).resolves.toBeUndefined();
    });

    it('removes old events that were published, and says so to whoever missed them', async () => {
      await append(changed('a'), changed('b'));
      clock.now = minutes(10);
      await append(changed('c'));
      const claim = await claimed();
      await store.readUnpublished(claim, { limit: 9 });
      await store.markPublished(claim, { sequence: 1, until: minutes(20) });
      await expect(store.removeBefore(minutes(5))).resolves.toBe(1);
      await store.markPublished(claim, { sequence: 3, until: minutes(20) });
      await expect(store.removeBefore(minutes(5))).resolves.toBe(1);
      await expect(store.replay({ after: 1 })).resolves.toMatchObject({
        hasGap: true,
        next: 3,
        items: [{ payload: { sequence: 3 } }],
      });
      await expect(store.replay({ after: 2 })).resolves.toMatchObject({
        hasGap: false,
      });
      await store.removeBefore(minutes(99));
      await expect(store.replay({ after: 2 })).resolves.toMatchObject({
        hasGap: true,
        items: [],
      });
      await expect(store.replay({ after: 3 })).resolves.toMatchObject({
        hasGap: false,
      });
    });
  });

  // SQLite has one writer at a time.
  it.each(databases.eachSupportedId().filter(([id]) => id !== 'SQLITE_3'))(
    'misses no event of a transaction that commits later than it began, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await createTestStore(knex);
      const store = await createTestOutbox(knex);
      const event = (name: string): NewDomainEvent => ({
        topic: 'handover.document.status-changed',
        entityRef: `component:default/${name}`,
        data: { status: 'ok', previousStatus: 'missing' },
      });
      const read = async (after: number) => {
        const claim = await store.claimRelay({
          until: new Date(Date.now() + 60_000),
        });
        await store.readUnpublished(claim!, { limit: 100 });
        await store.releaseRelay(claim!);
        return store.replay({ after });
      };

      const slow = await knex.transaction();
      await store.append([event('slow')], { transaction: slow });
      await knex.transaction(transaction =>
        store.append([event('quick')], { transaction }),
      );
      const first = await read(0);
      expect(first.items.map(({ payload }) => payload.entityRef)).toEqual([
        'component:default/quick',
      ]);
      await slow.commit();
      const second = await read(first.next);
      expect(second.items.map(({ payload }) => payload.entityRef)).toEqual([
        'component:default/slow',
      ]);
      await knex.destroy();
    },
  );
});

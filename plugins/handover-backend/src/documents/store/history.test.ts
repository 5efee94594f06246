import type { DocumentHistoryEntry } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import {
  createCatalogSync,
  createTestDatabases,
  createTestStore,
} from '../__testUtils__/databases';
import {
  catalogEntity,
  handoverYaml,
  okOutcome,
  parsed,
} from '../__testUtils__/documents';
import type { DatabaseDocumentStore } from './DatabaseDocumentStore';
import type { ReadOutcome } from './DocumentStore';

jest.setTimeout(60_000);

const ORDERS = 'component:default/orders';
const T0 = new Date('2026-11-20T10:00:00.000Z');
const later = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);

describe('the history of a document', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let store: DatabaseDocumentStore;
    let clock: { now: Date };
    let sync: Awaited<ReturnType<typeof createCatalogSync>>;

    beforeEach(async () => {
      clock = { now: T0 };
      knex = await databases.init(databaseId);
      store = await createTestStore(knex, clock);
      sync = await createCatalogSync(knex, store, clock);
      await sync([catalogEntity('orders')]);
    });

    afterEach(async () => {
      await knex.destroy();
    });

    async function read(outcome: ReadOutcome, entityRef = ORDERS) {
      const [claim] = await store.claim({
        limit: 1,
        claimUntil: later(60),
        entityRef,
      });
      await store.recordOutcomes([
        { ...claim, outcome, nextDueAt: new Date(0) },
      ]);
    }

    const signal = new AbortController().signal;
    const record = () => store.recordHistory({ signal });

    async function history(
      entityRef = ORDERS,
    ): Promise<DocumentHistoryEntry[]> {
      const { items } = await store.listHistory(entityRef, {});
      return items.reverse();
    }
    const stateOf = ({ at, status, stale, revision }: DocumentHistoryEntry) => [
      (new Date(at).getTime() - T0.getTime()) / 60_000,
      status,
      stale,
      revision,
    ];

    const orders = (purpose: string, metadata = {}) =>
      okOutcome(handoverYaml(purpose, metadata));

    it('has an entry for each change of state, and none where nothing changed', async () => {
      clock.now = later(1);
      await read(orders('Takes orders'));
      clock.now = later(2);
      await read({ status: 'unchanged' });
      await read(orders('Takes orders'));
      // Another revision with the same coverage is no other state.
      await read(orders('Takes and ships orders'));
      clock.now = later(3);
      await read({ status: 'invalid', problems: [] });
      await read({ status: 'invalid', problems: [] });
      clock.now = later(4);
      await read({ status: 'unreachable', problems: [] });
      clock.now = later(5);
      await read(orders('Takes orders again'));
      clock.now = later(6);
      await read(
        okOutcome(
          `${handoverYaml('Takes orders again')}  users: [Everybody]\n`,
        ),
      );
      const entries = await history();
      expect(entries.map(stateOf)).toEqual([
        [1, 'ok', false, 1],
        [3, 'invalid', false, 2],
        [4, 'unreachable', false, 2],
        [5, 'ok', false, 3],
        [6, 'ok', false, 4],
      ]);
      expect(entries[0].sections).toMatchObject({
        overview: 'partial',
        rollback: 'missing',
      });
      expect(entries[4].coverageRatio).toBeGreaterThan(
        entries[3].coverageRatio,
      );
      await expect(record()).resolves.toBe(0);
    });

    it('tells sections apart that change places while the ratio stays', async () => {
      const withSections = (...lines: string[]) =>
        okOutcome(
          ['apiVersion: handover.dev/v1', 'kind: Handover', ...lines].join(
            '\n',
          ),
        );
      await read(withSections('overview: { purpose: Orders }'));
      await read(withSections('architecture: { verifiedBy: user:default/a }'));
      const entries = await history();
      expect(entries).toHaveLength(2);
      expect(entries[0].coverageRatio).toBe(entries[1].coverageRatio);
      expect(entries.map(({ sections }) => sections.overview)).toEqual([
        'partial',
        'missing',
      ]);
    });

    it('says since when a document is stale, though nobody touched it', async () => {
      const reviewed = { reviewedAt: '2026-11-01', reviewEvery: 'P20D' };
      await read(orders('Takes orders', reviewed));
      clock.now = new Date('2026-11-20T23:59:59.999Z');
      await expect(record()).resolves.toBe(0);
      clock.now = new Date('2026-11-21T00:07:00.000Z');
      await expect(record()).resolves.toBe(1);
      await expect(record()).resolves.toBe(0);
      const entries = await history();
      expect(entries.map(({ at, stale }) => [at, stale])).toEqual([
        [T0.toISOString(), false],
        ['2026-11-21T00:00:00.000Z', true],
      ]);
      expect(entries[1]).toEqual({
        ...entries[0],
        at: '2026-11-21T00:00:00.000Z',
        stale: true,
      });
    });

    it('keeps that a document was stale before it was reviewed', async () => {
      await read(
        orders('Takes orders', {
          reviewedAt: '2026-11-01',
          reviewEvery: 'P20D',
        }),
      );
      clock.now = new Date('2026-11-22T00:00:00.000Z');
      await read(orders('Takes orders', { reviewedAt: '2026-11-22' }));
      expect((await history()).map(({ at, stale }) => [at, stale])).toEqual([
        [T0.toISOString(), false],
        ['2026-11-21T00:00:00.000Z', true],
        ['2026-11-22T00:00:00.000Z', false],
      ]);
    });

    it('begins with the state that documents have when recording begins', async () => {
      const names = Array.from({ length: 1_100 }, (_, index) => `c${index}`);
      await sync(names.map(name => catalogEntity(name)));
      clock.now = later(1);
      await expect(record()).resolves.toBe(1_101);
      await expect(record()).resolves.toBe(0);
      await expect(store.listHistory(ORDERS, {})).resolves.toEqual({
        items: [
          {
            at: later(1).toISOString(),
            status: 'missing',
            coverageRatio: 0,
            sections: expect.objectContaining({ overview: 'missing' }),
            stale: false,
          },
        ],
        totalItems: 1,
      });
    });

    it('tells of portal revisions as well', async () => {
      await record();
      const yaml = handoverYaml('From the portal');
      clock.now = later(1);
      await store.addRevision(ORDERS, {
        expectedRevision: 0,
        revision: { source: 'portal', yaml, document: parsed(yaml) },
      });
      expect((await history()).map(stateOf)).toEqual([
        [0, 'missing', false, undefined],
        [1, 'ok', false, 1],
      ]);
    });

    it('is read a page at a time, also after the entity left', async () => {
      for (const [index, status] of [
        'missing',
        'invalid',
        'unreachable',
        'invalid',
        'unreachable',
      ].entries()) {
        clock.now = later(index);
        await record();
        if (status !== 'missing') {
          await read({
            status: status as 'invalid' | 'unreachable',
            problems: [],
          });
        }
      }
      await store.remove([ORDERS]);
      const first = await store.listHistory(ORDERS, { limit: 2 });
      const second = await store.listHistory(ORDERS, {
        limit: 500,
        cursor: first.nextCursor,
      });
      expect([...first.items, ...second.items].map(stateOf)).toEqual([
        [4, 'unreachable', false, undefined],
        [3, 'invalid', false, undefined],
        [2, 'unreachable', false, undefined],
        [1, 'invalid', false, undefined],
        [0, 'missing', false, undefined],
      ]);
      expect([first.totalItems, second.totalItems]).toEqual([5, 5]);
      expect(second.nextCursor).toBeUndefined();
      const { nextCursor } = await store.listRevisions(ORDERS, {});
      expect(nextCursor).toBeUndefined();
      await expect(
        store.listHistory(ORDERS, { cursor: 'eyJudW1iZXIiOjF9' }),
      ).rejects.toThrow('The cursor belongs to another list');
    });

    it('loses what is old, except what still held at that time', async () => {
      await record();
      for (const minute of [10, 20, 30]) {
        clock.now = later(minute);
        await read({
          status: minute === 20 ? 'unreachable' : 'invalid',
          problems: [],
        });
      }
      await expect(store.removeHistoryBefore(later(25))).resolves.toBe(2);
      expect((await history()).map(stateOf)).toEqual([
        [20, 'unreachable', false, undefined],
        [30, 'invalid', false, undefined],
      ]);
      await expect(store.removeHistoryBefore(later(99))).resolves.toBe(1);
      expect(await history()).toHaveLength(1);
      await store.remove([ORDERS]);
      await expect(store.removeHistoryBefore(later(99))).resolves.toBe(1);
      expect(await history()).toEqual([]);
    });
  });
});

import type { DocumentSummary } from '@backstage-handover/plugin-handover-common';
import { coverageOf } from '@backstage-handover/plugin-handover-common/documents';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  createCatalogSync,
  createTestDatabases,
  createTestOutbox,
  createTestStore,
} from '../__testUtils__/databases';
import {
  catalogEntity,
  handoverYaml,
  okOutcome,
  parsed,
  REFERENCE,
} from '../__testUtils__/documents';
import { encodeCursor } from '../../cursor';
import { DatabaseWorkQueue } from '../../queue';
import { DatabaseDocumentStore } from './DatabaseDocumentStore';
import type {
  DocumentListQuery,
  DocumentSortField,
  ReadOutcome,
} from './DocumentStore';
import type { DocumentRow } from './tables';

jest.setTimeout(60_000);

const ORDERS = 'component:default/orders';
const T0 = new Date('2026-11-20T10:00:00.000Z');
const later = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);

describe('DatabaseDocumentStore', () => {
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
    });

    afterEach(async () => {
      await knex.destroy();
    });

    /** Reads as the refresh loop does: claim, then record. */
    async function read(entityRef: string, outcome: ReadOutcome) {
      const [claim] = await store.claim({
        limit: 1,
        claimUntil: later(60),
        entityRef,
      });
      const [{ result }] = await store.recordOutcomes([
        {
          entityRef,
          claimToken: claim.claimToken,
          outcome,
          nextDueAt: new Date(clock.now.getTime() + 600_000),
        },
      ]);
      return result;
    }

    function portalRevision(purpose: string) {
      const yaml = handoverYaml(purpose);
      return {
        source: 'portal' as const,
        yaml,
        document: parsed(yaml),
        author: 'user:default/ada',
        message: 'First words',
      };
    }

    it('runs no migrations where that is switched off', async () => {
      const empty = await databases.init(databaseId);
      const database = mockServices.database({
        knex: empty,
        migrations: { skip: true },
      });
      await DatabaseDocumentStore.create({
        database,
        queue: await DatabaseWorkQueue.create({ database }),
        outbox: await createTestOutbox(empty),
      });
      await expect(empty.schema.hasTable('documents')).resolves.toBe(false);
      await empty.destroy();
    });

    it('knows an entity from the moment the catalog names it', async () => {
      await expect(store.get(ORDERS)).resolves.toBeUndefined();

      await expect(sync([catalogEntity('orders')])).resolves.toEqual({
        due: [ORDERS],
      });

      const state = await store.get('Component:default/ORDERS');
      expect(state).toMatchObject({
        entityRef: ORDERS,
        status: 'missing',
        stale: false,
        problems: [],
        failingSince: T0.toISOString(),
        coverage: { ratio: 0, covered: 0 },
      });
      expect(state?.revision).toBeUndefined();
      expect(state?.document).toBeUndefined();
    });

    it('does not call a document missing that was never read', async () => {
      const orders = catalogEntity('orders', { reference: REFERENCE });
      await sync([orders, catalogEntity('bills')]);
      await expect(store.getText(ORDERS)).resolves.toMatchObject({
        isPending: true,
      });
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        status: 'unreachable',
        problems: [{ message: expect.stringContaining('not been read yet') }],
      });
      await expect(store.getEnvironments(ORDERS)).resolves.toBeUndefined();
      const refs = async (query: DocumentListQuery = {}) =>
        (await store.list(query)).items.map(({ entityRef }) => entityRef);
      await expect(refs()).resolves.toEqual(['component:default/bills']);
      await expect(refs({ status: ['missing'] })).resolves.toEqual([
        'component:default/bills',
      ]);
      await expect(store.countByStatus()).resolves.toMatchObject({
        missing: 1,
        unreachable: 0,
      });

      await read(ORDERS, okOutcome(handoverYaml('Takes orders')));
      await expect(store.getText(ORDERS)).resolves.toMatchObject({
        isPending: false,
      });
      await expect(refs()).resolves.toEqual([
        'component:default/bills',
        ORDERS,
      ]);
    });

    it('waits for the first read of another reference, while it keeps what is good', async () => {
      await sync([catalogEntity('orders'), catalogEntity('bills')]);
      await read(ORDERS, okOutcome(handoverYaml('Takes orders')));
      await sync(
        ['orders', 'bills'].map(name =>
          catalogEntity(name, { reference: REFERENCE }),
        ),
      );
      await expect(store.get(ORDERS)).resolves.toMatchObject({ status: 'ok' });
      await expect(
        store.getText('component:default/bills'),
      ).resolves.toMatchObject({ isPending: true });
      // Without a reference, there is nothing to wait for.
      await sync([catalogEntity('bills')]);
      await expect(store.get('component:default/bills')).resolves.toMatchObject(
        { status: 'missing' },
      );
    });

    it('makes a revision of new content only', async () => {
      await sync([catalogEntity('orders')]);
      const first = handoverYaml('Takes orders', { tier: 2 });
      const second = handoverYaml('Takes and ships orders', { tier: 1 });

      clock.now = later(1);
      await expect(read(ORDERS, okOutcome(first))).resolves.toBe('revised');
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        status: 'ok',
        source: 'repository',
        revision: { number: 1, createdAt: later(1).toISOString() },
        document: { overview: { purpose: 'Takes orders' } },
        problems: [],
        checkedAt: later(1).toISOString(),
        location: 'url:https://git.test/acme/orders/blob/main/handover.yaml',
        stale: false,
        reviewDueAt: '2027-01-30T00:00:00.000Z',
      });
      expect((await store.get(ORDERS))?.failingSince).toBeUndefined();

      clock.now = later(2);
      await expect(read(ORDERS, { status: 'unchanged' })).resolves.toBe(
        'unchanged',
      );
      await expect(read(ORDERS, okOutcome(first))).resolves.toBe('unchanged');

      await expect(read(ORDERS, okOutcome(second))).resolves.toBe('revised');
      await expect(store.list({})).resolves.toMatchObject({
        items: [{ entityRef: ORDERS, revision: 2, tier: 1, status: 'ok' }],
        totalItems: 1,
      });
    });

    it('keeps the last good revision in view', async () => {
      await sync([catalogEntity('orders')]);
      const first = handoverYaml('Takes orders', { tier: 2 });
      await read(ORDERS, okOutcome(first));

      clock.now = later(3);
      const invalid: ReadOutcome = {
        status: 'invalid',
        location: 'url:https://git.test/acme/orders/blob/main/handover.yaml',
        problems: [
          {
            path: 'overview.purpose',
            line: 4,
            column: 3,
            message: 'must not be empty',
            severity: 'error',
          },
        ],
      };
      await expect(read(ORDERS, invalid)).resolves.toBe('updated');
      clock.now = later(4);
      await expect(read(ORDERS, invalid)).resolves.toBe('unchanged');
      await expect(
        read(ORDERS, { status: 'unreachable', problems: [] }),
      ).resolves.toBe('updated');
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        status: 'unreachable',
        failingSince: later(3).toISOString(),
        revision: { number: 1 },
        document: { overview: { purpose: 'Takes orders' } },
        checkedAt: later(4).toISOString(),
      });

      clock.now = later(5);
      await expect(read(ORDERS, okOutcome(first))).resolves.toBe('updated');
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        status: 'ok',
        revision: { number: 1 },
      });
    });

    it('has the valid sections of an invalid document only while no revision is good', async () => {
      await sync([catalogEntity('orders')]);
      const good = handoverYaml('Größe 🚀');
      const invalid: ReadOutcome = {
        status: 'invalid',
        problems: [{ path: 'notes', message: 'must not', severity: 'error' }],
        partial: { document: parsed(good), sectionsWithErrors: ['notes'] },
      };
      await expect(read(ORDERS, invalid)).resolves.toBe('updated');
      await expect(read(ORDERS, invalid)).resolves.toBe('unchanged');
      const state = await store.get(ORDERS);
      expect(state).toMatchObject({
        status: 'invalid',
        partial: invalid.partial,
        coverage: { covered: 0 },
      });
      expect(state).not.toHaveProperty('document');
      // Nothing else takes it for the document.
      await expect(store.getEnvironments(ORDERS)).resolves.toEqual([]);
      await expect(store.list({ include: 'document' })).resolves.toMatchObject({
        items: [{ coverageRatio: 0, document: undefined, revision: undefined }],
      });
      await expect(
        store.readFactStates([ORDERS], { withWindows: true }),
      ).resolves.toEqual(
        new Map([
          [
            ORDERS,
            expect.not.objectContaining({ document: expect.anything() }),
          ],
        ]),
      );

      await read(ORDERS, { status: 'unreachable', problems: [] });
      expect(await store.get(ORDERS)).not.toHaveProperty('partial');
      await read(ORDERS, invalid);
      expect(await store.get(ORDERS)).toHaveProperty('partial');
      await read(ORDERS, okOutcome(good));
      expect(await store.get(ORDERS)).not.toHaveProperty('partial');
      await read(ORDERS, invalid);
      expect(await store.get(ORDERS)).not.toHaveProperty('partial');
      await expect(
        knex<DocumentRow>('documents').pluck('partial_document'),
      ).resolves.toEqual([null]);
    });

    it('lists and gets revisions, the newest first', async () => {
      await sync([catalogEntity('orders')]);
      const first = handoverYaml('Takes orders', { tier: 2 });
      await read(ORDERS, okOutcome(first));
      await read(
        ORDERS,
        okOutcome(handoverYaml('Takes and ships orders', { tier: 1 })),
      );

      const history = await store.listRevisions(ORDERS, { limit: 1 });
      expect(history).toMatchObject({ items: [{ number: 2 }], totalItems: 2 });
      await expect(
        store.listRevisions(ORDERS, { cursor: history.nextCursor }),
      ).resolves.toMatchObject({ items: [{ number: 1 }], totalItems: 2 });
      await expect(store.getRevision(ORDERS, 1)).resolves.toMatchObject({
        number: 1,
        yaml: first,
        document: { overview: { purpose: 'Takes orders' } },
      });
      await expect(store.getRevision(ORDERS, 3)).resolves.toBeUndefined();
    });

    it('sends the coverage that was stored, and computes it where the rules changed since', async () => {
      await sync([catalogEntity('orders')]);
      await read(ORDERS, okOutcome(handoverYaml('Takes "orders" ☂')));
      const row = () =>
        knex<DocumentRow>('documents').where('entity_ref', ORDERS);
      const coverage = coverageOf(parsed(handoverYaml('Takes orders')));

      const text = await store.getText(ORDERS);
      expect(text?.revision).toBe(1);
      expect(JSON.parse(text!.json)).toEqual(await store.get(ORDERS));
      expect(JSON.parse(text!.json)).toMatchObject({
        document: { overview: { purpose: 'Takes "orders" ☂' } },
        coverage,
      });

      await row().update({ coverage: '{"ratio":0.125}' });
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        coverage: { ratio: 0.125 },
      });
      await row().update({ coverage_version: 0 });
      await expect(store.get(ORDERS)).resolves.toMatchObject({ coverage });
    });

    it('tells the environments without the rest of the document', async () => {
      await sync([catalogEntity('orders'), catalogEntity('bills')]);
      const environments = [
        { name: 'stable', promotedFrom: 'beta', namespace: 'orders "☂"' },
        { name: 'beta' },
      ];
      await read(
        ORDERS,
        okOutcome(
          JSON.stringify({
            apiVersion: 'handover.dev/v1',
            kind: 'Handover',
            overview: { purpose: 'No text of PostgreSQL: \0' },
            environments: { items: environments },
          }),
        ),
      );
      await expect(store.getEnvironments(ORDERS)).resolves.toEqual(
        environments,
      );
      await read(ORDERS, okOutcome(handoverYaml('Takes orders')));
      for (const name of ['orders', 'bills']) {
        await expect(
          store.getEnvironments(`component:default/${name}`),
        ).resolves.toEqual([]);
      }
      await expect(
        store.getEnvironments('component:default/gone'),
      ).resolves.toBeUndefined();
    });

    describe('failures', () => {
      const withFailures = (...failures: object[]) =>
        okOutcome(
          JSON.stringify({
            apiVersion: 'handover.dev/v1',
            kind: 'Handover',
            failures: { items: failures },
          }),
        );
      const pool = {
        symptom: 'Requests time out with "connection pool exhausted"',
        cause: 'A slow query',
        fix: 'Restart the pods',
      };
      const leak = {
        symptom: 'Pods restart',
        cause: 'The connection pool leaks',
        match: { reason: 'OOMKilled' },
      };
      const find = async (...words: string[]) =>
        (await store.findFailures({ words, limit: 10 })).map(
          ({ entityRef, score }) => [entityRef, score],
        );

      beforeEach(async () => {
        await sync([
          catalogEntity('orders', {
            title: 'Orders',
            owner: 'group:default/a',
          }),
          catalogEntity('billing', { system: 'system:default/store' }),
          catalogEntity('empty'),
        ]);
        await read(ORDERS, withFailures({ symptom: 'Pool is empty' }));
        await read(ORDERS, withFailures({ symptom: '100% CPU' }, pool));
        await read('component:default/billing', withFailures(leak));
        await store.addRevision('component:default/empty', {
          expectedRevision: 0,
          revision: portalRevision('Nothing fails here'),
        });
      });

      it('are found by what is seen, in the revisions in view only', async () => {
        // Words in what is seen count more than those in its cause.
        await expect(find('connection', 'pool')).resolves.toEqual([
          [ORDERS, 1],
          ['component:default/billing', 0.5],
        ]);
        await expect(find('oomkilled', 'nowhere')).resolves.toEqual([
          ['component:default/billing', 0.5],
        ]);
        // The signs of patterns are letters, and what was replaced is not found.
        await expect(find('%')).resolves.toEqual([[ORDERS, 1]]);
        await expect(find('_')).resolves.toEqual([]);
        await expect(find('empty')).resolves.toEqual([]);
      });

      it('are found with their entity, within restrictions', async () => {
        const [best] = await store.findFailures({ words: ['pool'], limit: 1 });
        expect(best).toEqual({
          entityRef: ORDERS,
          title: 'Orders',
          owner: 'group:default/a',
          failure: pool,
          score: 1,
        });
        for (const restriction of [
          { owner: 'group:default/A' },
          { filter: { key: 'entityRef' as const, values: [ORDERS] } },
        ]) {
          const found = await store.findFailures({
            words: ['pool'],
            limit: 10,
            ...restriction,
          });
          expect(found.map(each => each.entityRef)).toEqual([ORDERS]);
        }
        await expect(
          store.findFailures({
            words: ['pool'],
            limit: 10,
            filter: { anyOf: [] },
          }),
        ).resolves.toEqual([]);
      });

      it('come back with their entity', async () => {
        await store.remove([ORDERS]);
        await expect(find('cpu')).resolves.toEqual([]);
        await sync([catalogEntity('orders')]);
        await expect(find('cpu')).resolves.toEqual([[ORDERS, 1]]);
      });
    });

    it('calls a document stale from the instant its review ends', async () => {
      await sync([catalogEntity('orders'), catalogEntity('new')]);
      await read(
        ORDERS,
        okOutcome(
          handoverYaml('Takes orders', {
            reviewedAt: '2026-11-01',
            reviewEvery: 'P20D',
          }),
        ),
      );
      await read(
        'component:default/new',
        okOutcome(
          'apiVersion: handover.dev/v1\nkind: Handover\noverview: { purpose: x }\n',
        ),
      );
      const stale = async () =>
        (await store.list({ stale: true })).items.map(item => item.entityRef);

      clock.now = new Date('2026-11-20T23:59:59.999Z');
      await expect(stale()).resolves.toEqual(['component:default/new']);
      clock.now = new Date('2026-11-21T00:00:00.000Z');
      await expect(stale()).resolves.toEqual(['component:default/new', ORDERS]);
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        stale: true,
        reviewDueAt: '2026-11-21T00:00:00.000Z',
      });
      const never = await store.get('component:default/new');
      expect(never?.stale).toBe(true);
      expect(never?.reviewDueAt).toBeUndefined();
    });

    it('adds portal revisions one after the other, and refuses whoever came second', async () => {
      await sync([catalogEntity('orders')]);

      await expect(
        store.addRevision(ORDERS, {
          expectedRevision: 0,
          revision: portalRevision('One'),
        }),
      ).resolves.toMatchObject({
        number: 1,
        source: 'portal',
        author: 'user:default/ada',
        message: 'First words',
      });

      const attempts = await Promise.allSettled(
        ['Two', 'Three', 'Four'].map(purpose =>
          store.addRevision(ORDERS, {
            expectedRevision: 1,
            revision: portalRevision(purpose),
          }),
        ),
      );
      const refused = attempts.filter(each => each.status === 'rejected');
      expect(refused).toHaveLength(2);
      for (const each of refused) {
        expect(each.reason).toMatchObject({
          status: 412,
          expectedRevision: 1,
          currentRevision: 2,
        });
      }
      await expect(store.listRevisions(ORDERS, {})).resolves.toMatchObject({
        totalItems: 2,
      });
    });

    it('shows what was written in the portal while no repository has it', async () => {
      await sync([catalogEntity('orders')]);
      for (const expectedRevision of [0, 1]) {
        await store.addRevision(ORDERS, {
          expectedRevision,
          revision: portalRevision(`Words ${expectedRevision}`),
        });
      }
      await expect(
        read(ORDERS, { status: 'missing', problems: [] }),
      ).resolves.toBe('unchanged');
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        status: 'ok',
        source: 'portal',
        revision: { number: 2 },
      });

      // As soon as one has it, that counts, and the portal is refused.
      await read(ORDERS, okOutcome(handoverYaml('From the repository')));
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        source: 'repository',
        revision: { number: 3, source: 'repository' },
      });
      await expect(
        store.addRevision(ORDERS, {
          expectedRevision: 3,
          revision: portalRevision('Five'),
        }),
      ).rejects.toThrow(
        "The handover of 'component:default/orders' is kept in a repository and changed there: url:https://git.test/acme/orders/blob/main/handover.yaml",
      );
      await expect(
        store.addRevision('component:default/nobody', {
          expectedRevision: 0,
          revision: portalRevision('Six'),
        }),
      ).rejects.toThrow(
        "No entity 'component:default/nobody' can have a handover",
      );
    });

    it('gives the revisions in view, and says which are of a deleted handover', async () => {
      await sync([catalogEntity('orders'), catalogEntity('billing')]);
      const revisions = async () =>
        [...(await store.readRevisions([ORDERS]))].map(
          ([ref, { revision, isDeleted }]) => [ref, revision, isDeleted],
        );
      await read(ORDERS, okOutcome(handoverYaml('Takes orders')));
      expect(await revisions()).toEqual([[ORDERS, 1, undefined]]);
      const found = await store.readDocuments(new Map([[ORDERS, 1]]));
      expect([...found]).toEqual([
        [ORDERS, parsed(handoverYaml('Takes orders'))],
      ]);
      await read(ORDERS, { status: 'missing', problems: [] });
      expect(await revisions()).toEqual([[ORDERS, 1, true]]);
    });

    it('gives a row that is due to one reader only, until the claim expires', async () => {
      await sync(
        Array.from({ length: 50 }, (_, index) => catalogEntity(`c${index}`)),
      );
      const claims = await Promise.all(
        Array.from({ length: 8 }, () =>
          store.claim({ limit: 10, claimUntil: later(5) }),
        ),
      );
      const refs = claims.flat().map(claim => claim.entityRef);
      expect(refs).toHaveLength(50);
      expect(new Set(refs).size).toBe(50);
      expect(claims.every(batch => batch.length <= 10)).toBe(true);

      clock.now = later(4);
      await expect(
        store.claim({ limit: 100, claimUntil: later(9) }),
      ).resolves.toEqual([]);
      clock.now = later(5);
      await expect(
        store.claim({ limit: 100, claimUntil: later(9) }),
      ).resolves.toHaveLength(50);
    });

    it('writes nothing for whoever lost the claim', async () => {
      await sync([catalogEntity('orders')]);
      const [slow] = await store.claim({ limit: 1, claimUntil: later(1) });
      const [fast] = await store.claim({
        limit: 1,
        claimUntil: later(1),
        entityRef: ORDERS,
      });
      const record = (claimToken: string, purpose: string) =>
        store.recordOutcomes([
          {
            entityRef: ORDERS,
            claimToken,
            outcome: okOutcome(handoverYaml(purpose), { etag: purpose }),
            nextDueAt: later(10),
          },
        ]);
      await expect(record(fast.claimToken, 'New')).resolves.toMatchObject([
        { result: 'revised' },
      ]);
      await expect(record(slow.claimToken, 'Old')).resolves.toMatchObject([
        { result: 'lost' },
      ]);
      await expect(record(fast.claimToken, 'Twice')).resolves.toMatchObject([
        { result: 'lost' },
      ]);
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        revision: { number: 1 },
        document: { overview: { purpose: 'New' } },
      });

      // A push while the content is read makes it be read once more.
      clock.now = later(10);
      const [reading] = await store.claim({ limit: 1, claimUntil: later(20) });
      expect(reading.etag).toBe('New');
      await expect(store.markDue({ entityRefs: [ORDERS] })).resolves.toBe(1);
      await expect(record(reading.claimToken, 'Before')).resolves.toMatchObject(
        [{ result: 'lost' }],
      );
      await expect(
        store.claim({ limit: 1, claimUntil: later(20) }),
      ).resolves.toHaveLength(1);
    });

    it('makes no revision twice when many record at the same time', async () => {
      await sync([catalogEntity('orders')]);
      await Promise.all(
        Array.from({ length: 10 }, async (_, index) => {
          const [claim] = await store.claim({
            limit: 1,
            claimUntil: later(1),
            entityRef: ORDERS,
          });
          await store.recordOutcomes([
            {
              entityRef: ORDERS,
              claimToken: claim.claimToken,
              outcome: okOutcome(handoverYaml(`Purpose ${index % 2}`)),
              nextDueAt: later(10),
            },
          ]);
        }),
      );
      const { items } = await store.listRevisions(ORDERS, {});
      expect(items.map(item => item.number)).toEqual(
        items.map((_, index) => items.length - index),
      );
      items.slice(1).forEach((item, index) => {
        expect(item.contentHash).not.toBe(items[index].contentHash);
      });
    });

    it('reads in full again when the reference changes, and not when only the owner does', async () => {
      await sync([catalogEntity('orders')]);
      await read(ORDERS, okOutcome(handoverYaml('x'), { etag: 'e1' }));

      await expect(
        sync([catalogEntity('orders', { owner: 'group:default/team-b' })]),
      ).resolves.toEqual({ due: [] });
      await expect(
        store.claim({ limit: 1, claimUntil: later(1) }),
      ).resolves.toEqual([]);

      const reference = {
        annotation: './docs/handover.yaml',
        entityLocation: 'url:https://git.test/acme/orders/blob/main/c.yaml',
      };
      const moved = catalogEntity('orders', {
        owner: 'group:default/team-b',
        reference,
      });
      await sync([moved]);
      const [claim] = await store.claim({ limit: 1, claimUntil: later(1) });
      expect(claim).toMatchObject({
        entityRef: ORDERS,
        reference,
      });
      expect(claim.etag).toBeUndefined();
      await expect(sync([moved])).resolves.toEqual({ due: [] });
    });

    it('loses the row of an entity that left the catalog, and brings its revisions back with it', async () => {
      await sync([
        catalogEntity('orders'),
        catalogEntity('portal'),
        catalogEntity('other'),
      ]);
      await read(ORDERS, okOutcome(handoverYaml('One')));
      await store.addRevision('component:default/portal', {
        expectedRevision: 0,
        revision: portalRevision('Portal'),
      });

      await store.remove([ORDERS, 'component:default/portal']);

      await expect(store.get(ORDERS)).resolves.toBeUndefined();
      await expect(store.list({})).resolves.toMatchObject({ totalItems: 1 });
      await expect(store.listRevisions(ORDERS, {})).resolves.toMatchObject({
        totalItems: 1,
      });

      await sync([catalogEntity('orders'), catalogEntity('portal')]);
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        status: 'missing',
        revision: { number: 1 },
        document: { overview: { purpose: 'One' } },
      });
      await expect(
        store.get('component:default/portal'),
      ).resolves.toMatchObject({ status: 'ok', source: 'portal' });
      await expect(read(ORDERS, okOutcome(handoverYaml('Two')))).resolves.toBe(
        'revised',
      );
      await expect(store.get(ORDERS)).resolves.toMatchObject({
        revision: { number: 2 },
      });
    });

    it('finds the documents that a push to a repository concerns', async () => {
      const locations = {
        root: 'url:https://git.test/Acme/Orders/blob/main/handover.yaml',
        nested: 'url:https://git.test/acme/orders/blob/main/a/handover.yaml',
        sibling: 'url:https://git.test/acme/orders-ui/blob/main/handover.yaml',
        disk: 'file:/srv/acme/orders/handover.yaml',
      };
      await sync(Object.keys(locations).map(n => catalogEntity(n)));
      for (const [name, location] of Object.entries(locations)) {
        await read(
          `component:default/${name}`,
          okOutcome(handoverYaml(name), { location }),
        );
      }
      const repository = 'https://git.test/acme/orders/';
      const due = async () =>
        (await store.claim({ limit: 10, claimUntil: later(30) }))
          .map(claim => claim.entityRef)
          .sort();

      await expect(
        store.markDue({ repository, files: ['a/handover.yaml'] }),
      ).resolves.toBe(1);
      await expect(due()).resolves.toEqual(['component:default/nested']);
      await expect(
        store.markDue({ repository, files: ['README.md'] }),
      ).resolves.toBe(0);
      await expect(store.markDue({ repository })).resolves.toBe(2);
      await expect(due()).resolves.toEqual([
        'component:default/nested',
        'component:default/root',
      ]);
    });

    it('counts the entities in each state', async () => {
      await sync(['a', 'b', 'c', 'd'].map(name => catalogEntity(name)));
      await read('component:default/a', okOutcome(handoverYaml('a')));
      await read('component:default/b', { status: 'invalid', problems: [] });
      await expect(store.countByStatus()).resolves.toEqual({
        ok: 1,
        invalid: 1,
        missing: 2,
        unreachable: 0,
      });
    });

    describe('list', () => {
      const NAMES = Array.from({ length: 23 }, (_, index) => `c${index}`);

      beforeEach(async () => {
        await sync(
          NAMES.map((name, index) =>
            catalogEntity(name, {
              title: index % 3 ? undefined : `Title ${index % 4}_%`,
              owner: index % 2 ? 'group:default/odd' : 'group:default/even',
              system: index % 5 ? undefined : 'system:default/fives',
              tags: index === 7 ? ['Lucky'] : [],
            }),
          ),
        );
        for (const index of [1, 2, 3, 5, 8, 13, 21]) {
          clock.now = later(index % 3);
          await read(
            `component:default/c${index}`,
            okOutcome(
              handoverYaml(`c${index}`, {
                tier: (index % 4) + 1,
                reviewedAt: index % 2 ? '2026-01-01' : '2026-11-01',
              }),
            ),
          );
        }
        clock.now = later(100);
      });

      async function all(query: DocumentListQuery) {
        const items: DocumentSummary[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.list({ ...query, cursor });
          items.push(...page.items);
          cursor = page.nextCursor;
          expect(page.items.length).toBeGreaterThan(0);
        } while (cursor);
        return items;
      }

      const valueOf: Record<
        NonNullable<DocumentListQuery['sort']>['field'],
        (item: DocumentSummary) => string | number
      > = {
        entityRef: item => item.entityRef,
        title: item =>
          (item.title ?? item.entityRef.split('/')[1]).toLowerCase(),
        owner: item => item.owner ?? '',
        system: item => item.system ?? '',
        tier: item => item.tier ?? 0,
        coverage: item => item.coverageRatio,
        status: item => item.status,
        reviewDueAt: item => item.reviewDueAt ?? '9999',
        updatedAt: item => item.updatedAt,
      };
      const fields = Object.keys(valueOf) as (keyof typeof valueOf)[];

      it.each(
        fields.flatMap(field => [
          { field, order: 'asc' as const },
          { field, order: 'desc' as const },
        ]),
      )('pages by $field $order, each row once', async sort => {
        const items = await all({ sort, limit: 4 });
        const sign = sort.order === 'asc' ? 1 : -1;
        const value = valueOf[sort.field];
        const expected = [...items].sort((a, b) => {
          const [x, y] = [value(a), value(b)];
          if (x === y) {
            return a.entityRef < b.entityRef ? -sign : sign;
          }
          return x < y ? -sign : sign;
        });
        expect(items.map(item => item.entityRef)).toEqual(
          expected.map(item => item.entityRef),
        );
        expect(new Set(items.map(item => item.entityRef)).size).toBe(23);
      });

      it('pages through the services of an owner by their present titles', async () => {
        const query: DocumentListQuery = {
          owner: ['group:default/ODD'],
          sort: { field: 'title', order: 'desc' },
        };
        const byTitle = async () =>
          (await all({ ...query, limit: 3 })).map(valueOf.title);
        await sync([
          catalogEntity('c1', { title: 'Zebra', owner: 'group:default/odd' }),
          catalogEntity('c3', { title: 'Yak', owner: 'group:default/even' }),
        ]);
        const titles = await byTitle();
        expect(titles).toHaveLength(10);
        expect(titles).toEqual([...titles].sort().reverse());
        expect(titles[0]).toBe('zebra');
        expect(await store.list({ ...query, limit: 2 })).toMatchObject({
          totalItems: 10,
        });
      });

      it('continues after the last row seen though others come and go', async () => {
        const first = await store.list({ limit: 5 });
        await store.remove([first.items[4].entityRef]);
        await sync([catalogEntity('a-new-one')]);
        const second = await store.list({
          limit: 5,
          cursor: first.nextCursor,
        });
        expect(second.items[0].entityRef > first.items[4].entityRef).toBe(true);
        expect(second.totalItems).toBe(23);
      });

      it.each<[string, DocumentListQuery, (index: number) => boolean]>([
        ['owner', { owner: ['group:default/ODD'] }, i => i % 2 === 1],
        ['system', { system: ['system:default/fives'] }, i => i % 5 === 0],
        ['tier', { tier: [2] }, i => [1, 5, 13, 21].includes(i)],
        [
          'status',
          { status: ['ok'] },
          i => [1, 2, 3, 5, 8, 13, 21].includes(i),
        ],
        ['stale', { stale: true }, i => [1, 3, 5, 13, 21].includes(i)],
        [
          'coverage',
          { coverage: { max: 0 } },
          i => ![1, 2, 3, 5, 8, 13, 21].includes(i),
        ],
        ['a word', { q: ' lucky ' }, i => i === 7],
        [
          'several words',
          { q: 'Odd c1' },
          i => i % 2 === 1 && (i === 1 || (i > 9 && i < 20)),
        ],
        ['signs that SQL reads otherwise', { q: '0_%' }, i => i % 12 === 0],
        ['nothing of a pattern', { q: 'c%1' }, () => false],
        [
          'a filter expression',
          {
            filter: {
              allOf: [
                { key: 'owner', values: ['GROUP:default/even'] },
                { not: { key: 'system', values: ['system:default/fives'] } },
                {
                  anyOf: [
                    { scope: { tier: [1, 3] } },
                    { key: 'entityRef', values: ['component:default/c4'] },
                  ],
                },
              ],
            },
          },
          i => [2, 4, 8].includes(i),
        ],
        ['an empty anyOf', { filter: { anyOf: [] } }, () => false],
        ['an empty allOf', { filter: { allOf: [] } }, () => true],
        [
          'a filter that an or inside does not widen',
          {
            status: ['ok'],
            filter: { anyOf: [{ key: 'kind', values: ['component'] }] },
          },
          i => [1, 2, 3, 5, 8, 13, 21].includes(i),
        ],
      ])('filters by %s', async (_, query, matches) => {
        const page = await store.list({ ...query, limit: 500 });
        const expected = NAMES.filter((__, index) => matches(index))
          .map(name => `component:default/${name}`)
          .sort();
        expect(page.items.map(item => item.entityRef)).toEqual(expected);
        expect(page.totalItems).toBe(expected.length);
      });

      it('carries the documents in view where it is asked to', async () => {
        const items = await all({ include: 'document', limit: 4 });
        const plain = await all({ limit: 500 });
        expect(items.map(({ document: _, ...rest }) => rest)).toEqual(plain);
        for (const item of items) {
          const state = await store.get(item.entityRef);
          expect(item.document).toEqual(state?.document);
        }
        expect(items.filter(item => item.document).length).toBeGreaterThan(1);
        expect(items.filter(item => !item.document).length).toBeGreaterThan(0);
        expect(plain.some(item => 'document' in item)).toBe(false);
        await expect(
          store.list({ include: 'document', limit: 101 }),
        ).rejects.toThrow('must be a whole number from 1 to 100');
      });

      it('carries the coverage of sections where it is asked to', async () => {
        await read('component:default/c1', {
          status: 'invalid',
          problems: [{ path: '', message: 'Broken', severity: 'error' }],
        });
        const items = await all({ include: 'coverage', limit: 7 });
        const plain = await all({ limit: 500 });
        expect(items.map(({ sections, problems, ...rest }) => rest)).toEqual(
          plain,
        );
        for (const { entityRef, sections, problems } of items) {
          const state = await store.get(entityRef);
          expect(problems).toBe(state?.problems.length);
          expect(sections).toEqual(
            state?.revision
              ? Object.fromEntries(
                  Object.entries(state.coverage.sections).map(
                    ([key, { state: each }]) => [key, each],
                  ),
                )
              : {},
          );
        }
        expect(items.some(({ problems }) => problems)).toBe(true);
      });

      it('lists handovers whose review ended in a stretch of time, unless they are gone', async () => {
        await read('component:default/c1', { status: 'missing', problems: [] });
        const due = async (after: string, until: string) =>
          (
            await store.listDueReviews({
              after: new Date(after),
              until: new Date(until),
            })
          ).map(({ entityRef }) => entityRef.split('/')[1]);
        expect((await due('2026-03-31', '2026-04-01')).sort()).toEqual([
          'c13',
          'c21',
          'c3',
          'c5',
        ]);
        expect(await due('2026-04-01', '2026-04-02')).toEqual([]);
        expect(await due('2026-03-30', '2026-03-31')).toEqual([]);
      });

      it('refuses limits and cursors that make no sense', async () => {
        await expect(store.list({ limit: 0 })).rejects.toThrow(
          'Invalid limit 0: must be a whole number from 1 to 500',
        );
        await expect(store.list({ limit: 501 })).rejects.toThrow('limit');
        await expect(store.list({ cursor: '%%%' })).rejects.toThrow(
          'Malformed cursor',
        );
        const { nextCursor } = await store.list({ limit: 1 });
        const forged = (field: DocumentSortField, value: unknown) => ({
          cursor: encodeCursor({
            field,
            order: 'asc',
            value,
            entityRef: 'component:default/a',
          }),
          sort: { field, order: 'asc' as const },
        });
        for (const query of [
          {
            cursor: nextCursor,
            sort: { field: 'tier' as const, order: 'asc' as const },
          },
          forged('title', '\0'),
          forged('title', 1),
          forged('tier', 1.5),
          forged('tier', 1e20),
          forged('coverage', -1e308),
          forged('updatedAt', 1e300),
          forged('reviewDueAt', -8.64e15),
        ]) {
          await expect(store.list(query)).rejects.toThrow(
            'The cursor belongs to another list or another order',
          );
        }
        await expect(
          store.listRevisions('component:default/a', {
            cursor: encodeCursor({ number: 2 ** 40 }),
          }),
        ).rejects.toThrow('The cursor belongs to another list');
      });
    });
  });
});

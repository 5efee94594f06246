import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { coverageOf } from '@backstage-handover/plugin-handover-common/documents';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { DatabaseWorkQueue } from '../../queue';
import {
  createTestDatabases,
  createTestOutbox,
} from '../__testUtils__/databases';
import { placeOf } from '../../entities/store/buckets';
import { DatabaseDocumentStore } from './DatabaseDocumentStore';
import type {
  DbTime,
  DocumentRow,
  FailureRow,
  RefreshRow,
  RevisionRow,
} from './tables';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@backstage-handover/plugin-handover-backend',
  'migrations',
);

/** A row before the catalog had a mirror of its own. */
type OldDocumentRow = Omit<DocumentRow, 'partial_document'> & {
  kind: string;
  namespace: string;
  title: string | null;
  title_sort: string;
  owner: string;
  system: string;
  tier: number;
  search_text: string;
};

/** A row before coverage was stored with it. */
type FirstDocumentRow = Omit<
  OldDocumentRow,
  'coverage' | 'coverage_version' | 'covered_sections' | 'partial_sections'
>;

/** A row before its schedule moved into the queue. */
type FirstRefreshRow = RefreshRow & { next_due_at: DbTime };

const AT = new Date('2026-11-20T10:00:00.000Z');

/** The document of a component before the catalog had a mirror of its own. */
function oldDocument(entityRef: string, more: Partial<OldDocumentRow> = {}) {
  const {
    coverage: _,
    coverage_version: _version,
    covered_sections: _covered,
    partial_sections: _partial,
    ...row
  } = {
    coverage: null,
    coverage_version: 0,
    covered_sections: null,
    partial_sections: null,
    entity_ref: entityRef,
    kind: 'component',
    namespace: 'default',
    title: null,
    title_sort: 'orders',
    owner: '',
    system: '',
    tier: 0,
    search_text: 'orders',
    source: 'repository',
    status: 'ok',
    revision: 1,
    content_hash: 'abc',
    coverage_ratio: 0.5,
    review_due_at: AT,
    problems: '[]',
    failing_since: null,
    location: null,
    updated_at: AT,
    ...more,
  } satisfies OldDocumentRow;
  return row;
}

function revisionRow(
  entityRef: string,
  number: number,
  document: object,
): RevisionRow {
  return {
    entity_ref: entityRef,
    number,
    source: 'repository',
    content_hash: 'abc',
    yaml: 'a: 1',
    document: JSON.stringify(document),
    author: null,
    message: null,
    location: null,
    created_at: AT,
  };
}

/** Services of several owners and systems, more than a migration reads at once. */
const MANY = Array.from({ length: 230 }, (_, index) =>
  oldDocument(`component:shop/s${index}`, {
    namespace: 'shop',
    title: index % 2 ? `S ${index}` : null,
    title_sort: index % 2 ? `s ${index}` : `s${index}`,
    owner: index % 3 ? 'group:default/team-a' : '',
    system: index % 5 ? '' : 'system:default/fives',
    tier: index % 5,
    search_text: `s${index}`,
    revision: index % 7 ? 2 : 0,
    content_hash: null,
  }),
);

/** Stores many services as they were before the mirror, each with two revisions. */
async function insertMany(knex: Knex) {
  await knex.batchInsert(
    'documents',
    MANY.map(row => ({ ...row, coverage: null, coverage_version: 0 })),
    50,
  );
  await knex.batchInsert(
    'document_refreshes',
    MANY.map(({ entity_ref }) => ({
      entity_ref,
      rules_version: 1,
      next_due_at: AT,
      seen_sweep: 's',
    })),
    50,
  );
  const environments = (number: number) => [
    { name: `e${number}`, namespace: 'ns' },
    { cluster: 'eu' },
  ];
  await knex.batchInsert(
    'document_revisions',
    MANY.flatMap(({ entity_ref }) =>
      [1, 2].map(number =>
        revisionRow(entity_ref, number, {
          environments: { items: environments(number) },
        }),
      ),
    ),
    50,
  );
}

const failing = (entityRef: string, number: number, items: object[]) =>
  revisionRow(entityRef, number, { failures: { items } });

describe('migrations', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'create and remove the documents, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await knex.migrate.up({
        directory,
        name: '20261120120000_documents.js',
      });
      await knex<FirstDocumentRow>('documents').insert(
        oldDocument('component:default/orders'),
      );
      const revision = revisionRow('component:default/orders', 1, {});
      await knex<RevisionRow>('document_revisions').insert(revision);
      await knex<FirstRefreshRow>('document_refreshes').insert({
        entity_ref: 'component:default/orders',
        rules_version: 1,
        next_due_at: AT,
      });

      // What two processes race for can only be written once.
      await expect(
        knex<RevisionRow>('document_revisions').insert(revision),
      ).rejects.toThrow(/unique/i);
      await expect(
        knex<DocumentRow>('documents').select('coverage_ratio', 'revision'),
      ).resolves.toEqual([{ coverage_ratio: 0.5, revision: 1 }]);

      await knex.migrate.down({
        directory,
        name: '20261120120000_documents.js',
      });
      for (const table of [
        'documents',
        'document_revisions',
        'document_refreshes',
      ]) {
        await expect(knex.schema.hasTable(table)).resolves.toBe(false);
      }

      // And once more: nothing was left behind.
      await knex.migrate.latest({ directory });
      await expect(knex('documents').select()).resolves.toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'give the failures of the latest revisions rows of their own, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await knex.migrate.up({
        directory,
        name: '20261120120000_documents.js',
      });
      // More than the migration reads at once.
      const many = Array.from({ length: 150 }, (_, index) =>
        failing(`component:default/s${index}`, 1, [{ symptom: `S${index}` }]),
      );
      await knex.batchInsert(
        'document_revisions',
        [
          ...many,
          revisionRow('component:default/none', 1, {}),
          failing('component:default/orders', 1, [{ symptom: 'Old' }]),
          failing('component:default/orders', 2, [
            { symptom: 'Slow', cause: 'Full DISK', match: { reason: 'OOM' } },
            { fix: 'Restart' },
          ]),
        ],
        50,
      );

      const name = '20261121090000_document_failures.js';
      await knex.migrate.up({ directory, name });
      await expect(
        knex<FailureRow>('document_failures')
          .where('entity_ref', 'component:default/orders')
          .orderBy('position'),
      ).resolves.toEqual([
        {
          entity_ref: 'component:default/orders',
          number: 2,
          position: 0,
          failure:
            '{"symptom":"Slow","cause":"Full DISK","match":{"reason":"OOM"}}',
          search_text: 'slow\noom\nfull disk',
        },
        {
          entity_ref: 'component:default/orders',
          number: 2,
          position: 1,
          failure: '{"fix":"Restart"}',
          search_text: '',
        },
      ]);
      const failures = await knex('document_failures').select();
      expect(failures).toHaveLength(152);

      await knex.migrate.down({ directory, name });
      await expect(knex.schema.hasTable('document_failures')).resolves.toBe(
        false,
      );
      await expect(knex.schema.hasTable('documents')).resolves.toBe(true);
    },
  );

  it.each(databases.eachSupportedId())(
    'leave the coverage of what is there to be computed, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      for (const name of [
        '20261120120000_documents.js',
        '20261121090000_document_failures.js',
      ]) {
        await knex.migrate.up({ directory, name });
      }
      const document: HandoverDocument = {
        apiVersion: 'handover.dev/v1',
        kind: 'Handover',
        overview: { purpose: 'Takes orders' },
      };
      await knex<FirstDocumentRow>('documents').insert(
        oldDocument('component:default/orders', {
          coverage_ratio: coverageOf(document).ratio,
        }),
      );
      await knex<RevisionRow>('document_revisions').insert(
        revisionRow('component:default/orders', 1, document),
      );

      // Runs what is new.
      const store = await DatabaseDocumentStore.create({
        database: { getClient: async () => knex },
        queue: await DatabaseWorkQueue.create({
          database: { getClient: async () => knex },
        }),
        outbox: await createTestOutbox(knex),
      });
      await expect(
        store.get('component:default/orders'),
      ).resolves.toMatchObject({ document, coverage: coverageOf(document) });

      const name = '20261121100000_document_coverage.js';
      await knex.migrate.down({ directory, name });
      await expect(
        knex.schema.hasColumn('documents', 'coverage'),
      ).resolves.toBe(false);
      await expect(knex('documents').select('revision')).resolves.toEqual([
        { revision: 1 },
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'have invalid documents read in full once more, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const name = '20261130130000_partial_documents.js';
      await knex.migrate.latest({ directory });
      await knex.migrate.down({ directory, name });
      await expect(
        knex.schema.hasColumn('documents', 'partial_document'),
      ).resolves.toBe(false);
      for (const status of ['ok', 'invalid'] as const) {
        const entity_ref = `component:default/${status}`;
        await knex('documents').insert({
          entity_ref,
          source: 'repository',
          status,
          revision: 0,
          coverage_ratio: 0,
          review_due_at: AT,
          problems: '[]',
          updated_at: AT,
        });
        await knex('document_refreshes').insert({
          entity_ref,
          etag: 'seen',
          rules_version: 5,
        });
      }
      await knex.migrate.up({ directory, name });
      await expect(
        knex('document_refreshes').orderBy('entity_ref').pluck('etag'),
      ).resolves.toEqual([null, 'seen']);
    },
  );

  describe.each(databases.eachSupportedId())(
    'carry the mirror of the catalog on %s',
    databaseId => {
      const name = '20261128100000_entities.js';
      let knex: Knex;

      beforeEach(async () => {
        knex = await databases.init(databaseId);
        for (const each of [
          '20261120120000_documents.js',
          '20261121090000_document_failures.js',
          '20261121100000_document_coverage.js',
        ]) {
          await knex.migrate.up({ directory, name: each });
        }
        await insertMany(knex);
      });

      it('over to tables of its own', async () => {
        await knex.migrate.up({ directory, name });
        const moved = await knex('entities').orderBy('entity_ref');
        expect(moved).toHaveLength(230);
        expect(
          moved.find(({ entity_ref }) => entity_ref === 'component:shop/s11'),
        ).toMatchObject({
          kind: 'component',
          namespace: 'shop',
          name: 's11',
          title: 'S 11',
          title_sort: 's 11',
          owner: 'group:default/team-a',
          system: '',
          tier: 1,
          search_text: 's11',
          fingerprint: '',
          ...placeOf('component:shop/s11'),
        });
        await expect(
          knex('entity_owners').where('entity_ref', 'like', '%/s3'),
        ).resolves.toEqual([]);
        await expect(knex('entity_owners').select()).resolves.toHaveLength(
          MANY.filter(({ owner }) => owner).length,
        );
        // Of the revision in view, and of none where none is in view.
        await expect(
          knex('entity_environments')
            .whereIn('entity_ref', ['component:shop/s11', 'component:shop/s7'])
            .orderBy('position'),
        ).resolves.toEqual([
          {
            entity_ref: 'component:shop/s11',
            position: 0,
            environment: 'e2',
            cluster: '',
            namespace: 'ns',
          },
          {
            entity_ref: 'component:shop/s11',
            position: 1,
            environment: '',
            cluster: 'eu',
            namespace: '',
          },
        ]);
        await expect(knex.schema.hasColumn('documents', 'owner')).resolves.toBe(
          false,
        );
        await expect(
          knex.schema.hasColumn('document_refreshes', 'seen_sweep'),
        ).resolves.toBe(false);
      });

      it('back to the documents', async () => {
        const before = await knex('documents').orderBy('entity_ref');
        await knex.migrate.up({ directory, name });

        await knex.migrate.down({ directory, name });
        const sorted = (each: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(each).sort());
        expect(
          (await knex('documents').orderBy('entity_ref')).map(sorted),
        ).toEqual(before.map(sorted));
        await expect(knex.schema.hasTable('entities')).resolves.toBe(false);
        await expect(
          knex.schema.hasColumn('document_refreshes', 'seen_sweep'),
        ).resolves.toBe(true);

        // And once more: nothing was left behind.
        await knex.migrate.up({ directory, name });
        await expect(knex('entities').select()).resolves.toHaveLength(230);
      });
    },
  );
});

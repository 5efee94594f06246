import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createTestDatabases } from '../__testUtils__/databases';
import type { DocumentRow, RefreshRow, RevisionRow } from './tables';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@backstage-handover/plugin-handover-backend',
  'migrations',
);

describe('migrations', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'create and remove the documents, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const now = new Date('2026-11-20T10:00:00.000Z');

      await knex.migrate.up({
        directory,
        name: '20261120120000_documents.js',
      });
      await knex<DocumentRow>('documents').insert({
        entity_ref: 'component:default/orders',
        kind: 'component',
        namespace: 'default',
        title: 'Orders',
        title_sort: 'orders',
        owner: 'group:default/team-a',
        system: '',
        tier: 1,
        search_text: 'orders',
        source: 'repository',
        status: 'ok',
        revision: 1,
        content_hash: 'abc',
        coverage_ratio: 0.5,
        review_due_at: now,
        problems: '[]',
        failing_since: null,
        location: 'file:/x/handover.yaml',
        updated_at: now,
      });
      const revision: RevisionRow = {
        entity_ref: 'component:default/orders',
        number: 1,
        source: 'repository',
        content_hash: 'abc',
        yaml: 'a: 1',
        document: '{}',
        author: null,
        message: null,
        location: null,
        created_at: now,
      };
      await knex<RevisionRow>('document_revisions').insert(revision);
      await knex<RefreshRow>('document_refreshes').insert({
        entity_ref: 'component:default/orders',
        rules_version: 1,
        next_due_at: now,
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
});

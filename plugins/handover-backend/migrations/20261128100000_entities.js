// @ts-check
const { createHash } = require('node:crypto');

/** Columns of `documents` that are columns of `entities` now. */
const MOVED = [
  'kind',
  'namespace',
  'title',
  'title_sort',
  'owner',
  'system',
  'tier',
  'search_text',
];

/**
 * Moves the mirror of the catalog out of `documents` into tables of its own,
 * with all owners, labels, tags, external keys and documented environments.
 * `documents` keeps the state of handovers.
 *
 * What `documents` knew is carried over. The fingerprints stay empty, so that
 * the first comparison with the catalog fills in the rest.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = textType(knex);

  await knex.schema.createTable('entities', table => {
    table
      .specificType('entity_ref', text)
      .notNullable()
      .primary()
      .comment('Full entity reference in lower case');
    table.specificType('kind', text).notNullable();
    table.specificType('namespace', text).notNullable();
    table.specificType('name', text).notNullable();
    table.specificType('title', text).comment('As in the catalog');
    table
      .specificType('title_sort', text)
      .notNullable()
      .comment('Title, or else name, in lower case');
    table
      .specificType('type', text)
      .notNullable()
      .comment('In lower case, empty for none');
    table
      .specificType('lifecycle', text)
      .notNullable()
      .comment('In lower case, empty for none');
    table
      .specificType('system', text)
      .notNullable()
      .comment('Full entity reference, empty for none');
    table
      .specificType('domain', text)
      .notNullable()
      .comment('Full reference of its own domain, empty for none');
    table
      .specificType('owner', text)
      .notNullable()
      .comment('Full reference of the main owner, empty for none');
    table
      .integer('tier')
      .notNullable()
      .comment('Of the handover in view, 1 to 4, 0 for none');
    table
      .specificType('search_text', text)
      .notNullable()
      .comment('Text that a search looks at, in lower case');
    table
      .specificType('fingerprint', text)
      .notNullable()
      .comment('Digest of everything mirrored; empty: compare in full');
    table
      .integer('bucket')
      .notNullable()
      .comment('Group of references that are compared by their sums');
    table.integer('digest').notNullable().comment('Of the reference');
    table.timestamp('updated_at').notNullable();

    // One for each way to sort; the reference makes the order total.
    table.index(['title_sort', 'entity_ref'], 'entities_title_idx');
    table.index(['owner', 'entity_ref'], 'entities_owner_idx');
    table.index(['system', 'entity_ref'], 'entities_system_idx');
    table.index(['tier', 'entity_ref'], 'entities_tier_idx');
    table.index(['kind', 'entity_ref'], 'entities_kind_idx');
    table.index(['domain'], 'entities_domain_idx');
    table.index(['bucket', 'digest'], 'entities_bucket_idx');
  });

  /** @param {string} name @param {string} column @param {string} comment */
  const createValueTable = (name, column, comment) =>
    knex.schema.createTable(name, table => {
      table.specificType('entity_ref', text).notNullable();
      table.specificType(column, text).notNullable().comment(comment);
      table.primary(['entity_ref', column], `${name}_pk`);
      table.index([column, 'entity_ref'], `${name}_value_idx`);
    });
  await createValueTable(
    'entity_owners',
    'owner',
    'Full entity reference of one owner',
  );
  await createValueTable('entity_tags', 'tag', 'In lower case');
  await createValueTable(
    'entity_parents',
    'parent_ref',
    'Of a group: the full reference of a group that it is part of',
  );

  await knex.schema.createTable('entity_labels', table => {
    table.specificType('entity_ref', text).notNullable();
    table.specificType('name', text).notNullable();
    table.specificType('value', text).notNullable();
    table.primary(['entity_ref', 'name'], 'entity_labels_pk');
    table.index(['name', 'value', 'entity_ref'], 'entity_labels_value_idx');
  });

  await knex.schema.createTable('entity_keys', table => {
    table.specificType('entity_ref', text).notNullable();
    table
      .specificType('type', text)
      .notNullable()
      .comment('System and kind of key, such as jenkins-job');
    table.specificType('value', text).notNullable();
    table
      .specificType('instance', text)
      .notNullable()
      .comment('Which one of several systems, empty for any');
    table.primary(
      ['entity_ref', 'type', 'value', 'instance'],
      'entity_keys_pk',
    );
    table.index(['type', 'value'], 'entity_keys_value_idx');
  });

  await knex.schema.createTable('entity_environments', table => {
    table.specificType('entity_ref', text).notNullable();
    table.integer('position').notNullable().comment('In the handover, from 0');
    table
      .specificType('environment', text)
      .notNullable()
      .comment('As in the handover in view');
    table
      .specificType('cluster', text)
      .notNullable()
      .comment('Empty if the handover names none');
    table
      .specificType('namespace', text)
      .notNullable()
      .comment('Empty if the handover names none');
    table.primary(['entity_ref', 'position'], 'entity_environments_pk');
    table.index(['namespace', 'cluster'], 'entity_environments_place_idx');
  });

  await carryOver(knex);

  await knex.schema.alterTable('documents', table => {
    table.dropIndex(['title_sort', 'entity_ref'], 'documents_title_idx');
    table.dropIndex(['owner', 'entity_ref'], 'documents_owner_idx');
    table.dropIndex(['system', 'entity_ref'], 'documents_system_idx');
    table.dropIndex(['tier', 'entity_ref'], 'documents_tier_idx');
  });
  await knex.schema.alterTable('documents', table => {
    table.dropColumns(...MOVED);
  });
  await knex.schema.alterTable('document_refreshes', table => {
    table.dropColumn('seen_sweep');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const text = textType(knex);

  await knex.schema.alterTable('document_refreshes', table => {
    table
      .specificType('seen_sweep', text)
      .comment('Catalog sweep that last saw it');
  });
  await knex.schema.alterTable('documents', table => {
    for (const column of MOVED) {
      if (column === 'title') {
        table.specificType(column, text);
      } else if (column === 'tier') {
        table.integer(column).notNullable().defaultTo(0);
      } else {
        table.specificType(column, text).notNullable().defaultTo('');
      }
    }
  });
  for (const column of MOVED) {
    await knex('documents')
      .whereIn('entity_ref', knex('entities').select('entity_ref'))
      .update(
        column,
        knex('entities')
          .select(column)
          .where('entities.entity_ref', knex.ref('documents.entity_ref')),
      );
  }
  await fillFromReference(knex);
  await knex.schema.alterTable('documents', table => {
    table.index(['title_sort', 'entity_ref'], 'documents_title_idx');
    table.index(['owner', 'entity_ref'], 'documents_owner_idx');
    table.index(['system', 'entity_ref'], 'documents_system_idx');
    table.index(['tier', 'entity_ref'], 'documents_tier_idx');
  });

  for (const table of [
    'entity_environments',
    'entity_keys',
    'entity_labels',
    'entity_parents',
    'entity_tags',
    'entity_owners',
    'entities',
  ]) {
    await knex.schema.dropTable(table);
  }
};

/** Rows in one statement: bindings are limited. */
const BATCH = 100;

/**
 * Byte order on both engines: pages by cursor then do not depend on the locale
 * of the database.
 *
 * @param {import('knex').Knex} knex
 */
function textType(knex) {
  return knex.client.config.client.includes('pg') ? 'text collate "C"' : 'text';
}

/**
 * @param {import('knex').Knex} knex
 */
async function carryOver(knex) {
  let after = '';
  for (;;) {
    const rows = await knex('documents as d')
      .leftJoin('document_revisions as r', join =>
        join.on('r.entity_ref', 'd.entity_ref').on('r.number', 'd.revision'),
      )
      .where('d.entity_ref', '>', after)
      .orderBy('d.entity_ref')
      .limit(BATCH)
      .select(
        'd.entity_ref',
        'd.updated_at',
        'r.document',
        ...MOVED.map(column => `d.${column}`),
      );
    if (rows.length === 0) {
      return;
    }
    await knex('entities').insert(
      rows.map(({ document: _, ...row }) => ({
        ...row,
        name: row.entity_ref.slice(row.entity_ref.indexOf('/') + 1),
        type: '',
        lifecycle: '',
        domain: '',
        fingerprint: '',
        ...placeOf(row.entity_ref),
      })),
    );
    const owners = rows.filter(({ owner }) => owner !== '');
    if (owners.length > 0) {
      await knex('entity_owners').insert(
        owners.map(({ entity_ref, owner }) => ({ entity_ref, owner })),
      );
    }
    await knex.batchInsert(
      'entity_environments',
      rows.flatMap(environmentRows),
      BATCH,
    );
    after = rows[rows.length - 1].entity_ref;
  }
}

/**
 * Fills in documents whose entity the mirror has forgotten: their reference is
 * all that is known.
 *
 * @param {import('knex').Knex} knex
 */
async function fillFromReference(knex) {
  let after = '';
  for (;;) {
    const rows = await knex('documents')
      .where('entity_ref', '>', after)
      .whereNotIn('entity_ref', knex('entities').select('entity_ref'))
      .orderBy('entity_ref')
      .limit(BATCH)
      .select('entity_ref');
    if (rows.length === 0) {
      return;
    }
    for (const { entity_ref: ref } of rows) {
      const [, kind, namespace, name] =
        /^([^:]*):([^/]*)\/(.*)$/.exec(ref) ?? [];
      await knex('documents')
        .where('entity_ref', ref)
        .update({
          kind: kind ?? '',
          namespace: namespace ?? '',
          title_sort: (name ?? ref).slice(0, 255),
          search_text: ref,
        });
    }
    after = rows[rows.length - 1].entity_ref;
  }
}

/**
 * Bucket and digest of a reference when this migration was written.
 *
 * @param {string} entityRef
 */
function placeOf(entityRef) {
  const hash = createHash('sha256').update(entityRef).digest();
  return {
    bucket: hash.readUInt16BE(0) % 1024,
    digest: hash.readUInt32BE(2) % 2 ** 31,
  };
}

/**
 * The documented environments when this migration was written.
 *
 * @param {{ entity_ref: string, document: string | null }} row
 */
function environmentRows({ entity_ref, document }) {
  /** @type {{ name?: string, cluster?: string, namespace?: string }[]} */
  const items = document ? JSON.parse(document).environments?.items ?? [] : [];
  return items.map(({ name, cluster, namespace }, position) => ({
    entity_ref,
    position,
    environment: name ?? '',
    cluster: cluster ?? '',
    namespace: namespace ?? '',
  }));
}

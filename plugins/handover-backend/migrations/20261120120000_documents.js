// @ts-check

/**
 * The handovers, their revisions, and when each is to be read again.
 *
 * Three tables instead of one: `documents` is what is listed and shown, and
 * changes only when a handover does; `document_refreshes` changes at every
 * look at a repository, and keeps those writes away from the many indexes of
 * the first; `document_revisions` is only ever appended to, and has no foreign
 * key because it outlives the entity's row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Byte order on both engines: pages by cursor then do not depend on the
  // locale of the database, and a prefix is found through the index.
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('documents', table => {
    table
      .specificType('entity_ref', text)
      .notNullable()
      .primary()
      .comment('Full entity reference in lower case');
    table.specificType('kind', text).notNullable();
    table.specificType('namespace', text).notNullable();
    table.specificType('title', text).comment('As in the catalog');
    table
      .specificType('title_sort', text)
      .notNullable()
      .comment('Title, or else name, in lower case');
    table
      .specificType('owner', text)
      .notNullable()
      .comment('Full entity reference, empty for none');
    table
      .specificType('system', text)
      .notNullable()
      .comment('Full entity reference, empty for none');
    table.integer('tier').notNullable().comment('1 to 4, 0 for none');
    table
      .specificType('search_text', text)
      .notNullable()
      .comment('What a search looks at, in lower case');
    table.specificType('source', text).notNullable();
    table.specificType('status', text).notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Number of the revision in view, 0 for none');
    table.specificType('content_hash', text).comment('Of the revision in view');
    table.double('coverage_ratio').notNullable();
    table
      .timestamp('review_due_at')
      .notNullable()
      .comment('1970 if never reviewed, year 9999 if there is no document');
    table.text('problems').notNullable().comment('JSON');
    table.timestamp('failing_since');
    table
      .text('location')
      .comment('Where the handover was read from or looked for');
    table.timestamp('updated_at').notNullable();

    // One for each way to sort; the reference makes the order total.
    table.index(['title_sort', 'entity_ref'], 'documents_title_idx');
    table.index(['owner', 'entity_ref'], 'documents_owner_idx');
    table.index(['system', 'entity_ref'], 'documents_system_idx');
    table.index(['tier', 'entity_ref'], 'documents_tier_idx');
    table.index(['status', 'entity_ref'], 'documents_status_idx');
    table.index(['coverage_ratio', 'entity_ref'], 'documents_coverage_idx');
    table.index(['review_due_at', 'entity_ref'], 'documents_review_due_idx');
    table.index(['updated_at', 'entity_ref'], 'documents_updated_idx');
  });

  await knex.schema.createTable('document_revisions', table => {
    table.specificType('entity_ref', text).notNullable();
    table.integer('number').notNullable().comment('From 1 for each entity');
    table.specificType('source', text).notNullable();
    table.specificType('content_hash', text).notNullable().comment('SHA-256');
    table.text('yaml').notNullable();
    table.text('document').notNullable().comment('The parsed content as JSON');
    table.text('author');
    table.text('message');
    table.text('location').comment('The commit or URL it was read from');
    table.timestamp('created_at').notNullable();
    table.primary(['entity_ref', 'number'], 'document_revisions_pk');
  });

  await knex.schema.createTable('document_refreshes', table => {
    table.specificType('entity_ref', text).notNullable().primary();
    table
      .text('reference_annotation')
      .comment('Value of the annotation that points to the handover');
    table
      .text('entity_location')
      .comment(
        'Where the entity was read from; null: nothing points to a handover',
      );
    table
      .specificType('location_key', text)
      .comment('Location that was last read, in lower case');
    table.text('etag').comment('Of the last read; null: read in full');
    table
      .integer('rules_version')
      .notNullable()
      .comment(
        'Version of the document rules that the last read was judged by',
      );
    table
      .timestamp('next_due_at')
      .notNullable()
      .comment('While claimed: when the claim expires');
    table.specificType('claim_token', text).comment('Who reads it right now');
    table.timestamp('checked_at').comment('When it was last read');
    table
      .specificType('seen_sweep', text)
      .comment('Catalog sweep that last saw it');
    table.index(['next_due_at'], 'document_refreshes_next_due_idx');
    table.index(['location_key'], 'document_refreshes_location_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('document_refreshes');
  await knex.schema.dropTable('document_revisions');
  await knex.schema.dropTable('documents');
};

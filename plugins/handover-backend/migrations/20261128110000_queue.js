// @ts-check

/**
 * One durable queue for all work that is due at a time: the schedule of
 * document refreshes moves into it from `document_refreshes`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Byte order on both engines, as in the tables of documents.
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('queue_items', table => {
    table
      .specificType('topic', text)
      .notNullable()
      .comment('Kind of work, such as document-refresh');
    table
      .specificType('key', text)
      .notNullable()
      .comment('What the work is about, such as an entity reference');
    table
      .timestamp('next_due_at')
      .notNullable()
      .comment('While claimed: when the claim expires');
    table
      .specificType('claim_token', text)
      .comment('Proves the claim; null while nobody works on the item');
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('Failed attempts since the last success');
    table.primary(['topic', 'key'], 'queue_items_pk');
    table.index(['topic', 'next_due_at'], 'queue_items_due_idx');
  });

  await knex(
    knex.raw('queue_items (topic, key, next_due_at, claim_token)'),
  ).insert(
    knex('document_refreshes').select(
      knex.raw("'document-refresh'"),
      'entity_ref',
      'next_due_at',
      'claim_token',
    ),
  );

  await knex.schema.alterTable('document_refreshes', table => {
    table.dropIndex(['next_due_at'], 'document_refreshes_next_due_idx');
  });
  await knex.schema.alterTable('document_refreshes', table => {
    table.dropColumns('next_due_at', 'claim_token');
  });
};

/**
 * Items of other topics are lost.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.alterTable('document_refreshes', table => {
    table
      .timestamp('next_due_at')
      .comment('While claimed: when the claim expires');
    table.specificType('claim_token', text).comment('Who reads it right now');
  });
  const item = () =>
    knex('queue_items')
      .where('topic', 'document-refresh')
      .where('key', knex.ref('document_refreshes.entity_ref'));
  await knex('document_refreshes').update({
    // A row without an item is due.
    next_due_at: knex.raw('coalesce((?), ?)', [
      item().select('next_due_at'),
      new Date(0),
    ]),
    claim_token: item().select('claim_token'),
  });
  await knex.schema.alterTable('document_refreshes', table => {
    table.dropNullable('next_due_at');
  });
  await knex.schema.alterTable('document_refreshes', table => {
    table.index(['next_due_at'], 'document_refreshes_next_due_idx');
  });
  await knex.schema.dropTable('queue_items');
};

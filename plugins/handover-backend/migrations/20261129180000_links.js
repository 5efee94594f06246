// @ts-check

/**
 * Whether the links of handovers still work, and which handover uses which.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('links', table => {
    table.specificType('url', text).notNullable().primary();
    table
      .specificType('state', text)
      .comment('alive, dead or unknown; none before the first check');
    table.integer('status').comment('HTTP status of the last answer');
    table.text('reason').comment('Why the state is unknown');
    table.timestamp('checked_at');
  });

  await knex.schema.createTable('link_uses', table => {
    table.specificType('entity_ref', text).notNullable();
    table.text('path').notNullable().comment('Field of the document');
    table.specificType('url', text).notNullable();
    table.index(['entity_ref'], 'link_uses_entity_idx');
    table.index(['url'], 'link_uses_url_idx');
  });

  await knex.schema.createTable('link_documents', table => {
    table.specificType('entity_ref', text).notNullable().primary();
    table
      .integer('revision')
      .notNullable()
      .comment('That link_uses is from, 0 for none');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('link_documents');
  await knex.schema.dropTable('link_uses');
  await knex.schema.dropTable('links');
  await knex('queue_items').where('topic', 'links').delete();
};

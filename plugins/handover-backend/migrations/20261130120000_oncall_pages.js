// @ts-check

/**
 * Pages of the people on call that were sent a short time ago.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('oncall_pages', table => {
    table
      .specificType('key', text)
      .notNullable()
      .primary()
      .comment('Hash of who pages whom, for which entity, with which message');
    table.specificType('requested_by', text).notNullable();
    table.specificType('entity_ref', text).notNullable();
    table.timestamp('requested_at').notNullable();
    table.index(['requested_by'], 'oncall_pages_requested_by_idx');
    table.index(['entity_ref'], 'oncall_pages_entity_idx');
    table.index(['requested_at'], 'oncall_pages_requested_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('oncall_pages');
};

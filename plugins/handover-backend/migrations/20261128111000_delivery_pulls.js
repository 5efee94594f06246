// @ts-check

/**
 * What scheduled pulls need to know of all processes: which systems asked to be
 * left alone, and which entities somebody looked at lately.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('delivery_rate_limits', table => {
    table.specificType('provider', text).notNullable();
    table
      .specificType('who', text)
      .notNullable()
      .comment('What the limit counts together: a host, a token, an instance');
    table.timestamp('retry_at').notNullable().comment('Not asked before then');
    table.text('message').notNullable().comment('What it answered, for people');
    table.primary(['provider', 'who'], 'delivery_rate_limits_pk');
  });

  await knex.schema.createTable('delivery_views', table => {
    table
      .specificType('entity_ref', text)
      .notNullable()
      .primary()
      .comment('Full entity reference in lower case');
    table.timestamp('viewed_at').notNullable();
    table.index(['viewed_at'], 'delivery_views_retention');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delivery_views');
  await knex.schema.dropTable('delivery_rate_limits');
};

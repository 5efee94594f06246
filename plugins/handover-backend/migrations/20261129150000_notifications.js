// @ts-check

/**
 * Notifications that are sent, or will be. The queue holds those that wait.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('notifications', table => {
    table
      .specificType('id', text)
      .notNullable()
      .primary()
      .comment('The same event has the same one, so that it is sent once');
    table
      .text('content')
      .notNullable()
      .comment('Recipients, title, link and so on, JSON');
    table.timestamp('created_at').notNullable();
    table.index(['created_at'], 'notifications_retention_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notifications');
};

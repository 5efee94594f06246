// @ts-check

/**
 * When the whole catalog was last compared with its mirror, in one row. Until
 * the first comparison, the time at which the row was created.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_sync', table => {
    table.integer('id').notNullable().primary().comment('Always 1');
    table
      .timestamp('synced_at')
      .notNullable()
      .comment('When the last complete comparison began');
  });
  await knex('catalog_sync').insert({ id: 1, synced_at: new Date() });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_sync');
};

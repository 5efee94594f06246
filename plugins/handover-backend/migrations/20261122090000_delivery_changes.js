// @ts-check

/**
 * How often something was stored for an entity, so that what was read of it can
 * be kept in memory until then, in whichever process.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('delivery_providers', table => {
    table
      .integer('changes')
      .notNullable()
      .defaultTo(0)
      .comment('How often something was stored');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('delivery_providers', table => {
    table.dropColumn('changes');
  });
};

// @ts-check

/**
 * The coverage of each handover, ready to be sent: what every tab asks for is
 * then read and passed on, not parsed, computed and written anew each time.
 *
 * Rows from before keep version 0, and have theirs computed when they are
 * read, until their handover changes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('documents', table => {
    table.text('coverage').comment('Of the revision in view, JSON');
    table
      .integer('coverage_version')
      .notNullable()
      .defaultTo(0)
      .comment('Version of the document rules that the coverage follows');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('documents', table => {
    table.dropColumns('coverage', 'coverage_version');
  });
};

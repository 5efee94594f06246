// @ts-check

/**
 * The coverage of each section as two numbers, so that the sections of a whole
 * fleet are counted without reading the JSON of each handover. Bit n is the
 * section at position n of the document.
 *
 * They stay empty for handovers that are there already. The task that stores
 * their history fills them in.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('documents', table => {
    table
      .integer('covered_sections')
      .comment('Bits of the covered sections; null: not computed yet');
    table
      .integer('partial_sections')
      .comment('Bits of the partly covered sections; null: not computed yet');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('documents', table => {
    table.dropColumns('covered_sections', 'partial_sections');
  });
};

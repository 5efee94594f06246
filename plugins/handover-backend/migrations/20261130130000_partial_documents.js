// @ts-check

/**
 * The sections without errors of an invalid handover that never had a good
 * revision, for people to read. Invalid handovers are read in full once more, so
 * that those that are there already get theirs.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('documents', table => {
    table
      .text('partial_document')
      .comment('Sections without errors, JSON; null: none, or not needed');
  });
  await knex('document_refreshes')
    .whereIn(
      'entity_ref',
      knex('documents').select('entity_ref').where('status', 'invalid'),
    )
    .update({ etag: null });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('documents', table => {
    table.dropColumns('partial_document');
  });
};

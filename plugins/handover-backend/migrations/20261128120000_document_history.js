// @ts-check

/**
 * The state of each handover over time: a row at every change of it. Rows
 * outlive the entity, as revisions do.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('document_history', table => {
    table.bigIncrements('id').comment('In the order in which they came');
    table.specificType('entity_ref', text).notNullable();
    table.timestamp('at').notNullable().comment('From when on it was so');
    table.specificType('status', text).notNullable();
    table.double('coverage').notNullable().comment('Ratio, 0 to 1');
    table
      .text('sections')
      .notNullable()
      .comment('Coverage of each section, JSON');
    table.boolean('stale').notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Number of the revision in view, 0 for none');
    table.index(['entity_ref', 'id'], 'document_history_entity_idx');
    table.index(['at'], 'document_history_retention_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('document_history');
};

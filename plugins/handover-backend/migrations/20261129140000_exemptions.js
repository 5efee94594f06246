// @ts-check

/**
 * Exemptions of entities from checks of scorecards, in every state.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('exemptions', table => {
    table.specificType('id', text).notNullable().primary();
    table.specificType('entity_ref', text).notNullable();
    table.specificType('scorecard', text).notNullable();
    table.specificType('check_id', text).notNullable();
    table
      .specificType('state', text)
      .notNullable()
      .comment('An approved one whose time is over has expired');
    table.text('reason').notNullable().comment('Markdown');
    table.text('evidence').comment('Address');
    table.text('requested_by').notNullable();
    table.timestamp('requested_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table.text('decided_by');
    table.timestamp('decided_at');
    table.text('decision_note').comment('Markdown');
    table.text('ended_by').comment('Who withdrew or revoked it');
    table.timestamp('ended_at');
    table.text('end_note').comment('Markdown');
    table.index(['entity_ref', 'state'], 'exemptions_entity_idx');
    table.index(['requested_at', 'id'], 'exemptions_requested_idx');
    table.index(['expires_at', 'id'], 'exemptions_expires_idx');
  });
  // One open request for a check of an entity, also if two come at once.
  await knex.schema.alterTable('exemptions', table => {
    table.unique(['entity_ref', 'scorecard', 'check_id'], {
      indexName: 'exemptions_open_request_idx',
      predicate: knex.whereRaw("state = 'requested'"),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('exemptions');
};

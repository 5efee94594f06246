// @ts-check

/**
 * Overrides of closed gates, in every state.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('overrides', table => {
    table.specificType('id', text).notNullable().primary();
    table.specificType('entity_ref', text).notNullable();
    table
      .specificType('status', text)
      .notNullable()
      .comment('What was done with it; time says whether it is in force');
    table.text('artifact_name');
    table.text('artifact_version');
    table.text('artifact_digest');
    table.timestamp('from_at').notNullable().comment('Not before the approval');
    table.timestamp('until_at').notNullable();
    table.text('reason').notNullable().comment('Markdown');
    table.text('ticket');
    table
      .specificType('requested_by', text)
      .notNullable()
      .comment('In lower case');
    table.timestamp('requested_at').notNullable();
    table.text('decided_by');
    table.timestamp('decided_at');
    table.text('decision_note').comment('Markdown');
    table.text('ended_by').comment('Who withdrew or revoked it');
    table.timestamp('ended_at');
    table.text('end_note').comment('Markdown');
    table.index(['entity_ref', 'until_at'], 'overrides_entity_idx');
    table.index(['requested_at', 'id'], 'overrides_requested_idx');
    table.index(['until_at'], 'overrides_retention_idx');
  });

  await knex.schema.createTable('override_environments', table => {
    table.specificType('override_id', text).notNullable();
    table.specificType('environment_key', text).notNullable();
    table.text('environment').notNullable().comment('Its name');
    table.integer('position').notNullable();
    table.primary(['override_id', 'environment_key']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('override_environments');
  await knex.schema.dropTable('overrides');
};

// @ts-check

/**
 * What was built and deployed where, as pipelines and events tell it.
 *
 * What lists and measures read of a run or a deployment has columns of its own,
 * the rest is JSON. The indexes serve one entity at a time, the latest first;
 * those by time alone serve retention.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Byte order on both engines, as in the tables of documents.
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('delivery_runs', table => {
    table
      .specificType('entity_ref', text)
      .notNullable()
      .comment('Full entity reference in lower case');
    table.specificType('provider', text).notNullable();
    table.specificType('id', text).notNullable();
    table
      .timestamp('ordered_at')
      .notNullable()
      .comment('When it began, or was first heard of');
    table.text('run').notNullable().comment('JSON');
    table.text('facts').comment('What events said, JSON; null where pulled');
    table.primary(['entity_ref', 'provider', 'id'], 'delivery_runs_pk');
    table.index(
      ['entity_ref', 'ordered_at', 'provider', 'id'],
      'delivery_runs_order',
    );
    table.index(['ordered_at'], 'delivery_runs_retention');
  });

  await knex.schema.createTable('delivery_deployments', table => {
    table
      .specificType('entity_ref', text)
      .notNullable()
      .comment('Full entity reference in lower case');
    table.specificType('provider', text).notNullable();
    table.specificType('id', text).notNullable();
    table.specificType('environment', text).notNullable();
    table.timestamp('at').notNullable();
    table.specificType('outcome', text).notNullable().comment('As reported');
    table
      .boolean('is_rollback')
      .notNullable()
      .comment('It took back what was there');
    table
      .boolean('taken_back')
      .notNullable()
      .comment('A rollback took it back');
    table.specificType('commit', text);
    table.timestamp('merged_at');
    table.specificType('artifact_id', text).comment('As events call it');
    table.text('deployment').notNullable().comment('JSON');
    table.primary(['entity_ref', 'provider', 'id'], 'delivery_deployments_pk');
    table.index(
      ['entity_ref', 'at', 'provider', 'id'],
      'delivery_deployments_order',
    );
    table.index(
      ['entity_ref', 'environment', 'at', 'provider', 'id'],
      'delivery_deployments_environment',
    );
    table.index(['at'], 'delivery_deployments_retention');
  });

  await knex.schema.createTable('delivery_facts', table => {
    table
      .specificType('entity_ref', text)
      .notNullable()
      .comment('Full entity reference in lower case');
    table
      .specificType('kind', text)
      .notNullable()
      .comment('incident, artifact or change');
    table.specificType('id', text).notNullable();
    table.timestamp('at').notNullable().comment('The earliest that was said');
    table.text('facts').notNullable().comment('What events said, JSON');
    table.primary(['entity_ref', 'kind', 'id'], 'delivery_facts_pk');
    table.index(['entity_ref', 'kind', 'at'], 'delivery_facts_order');
    table.index(['at'], 'delivery_facts_retention');
  });

  await knex.schema.createTable('delivery_providers', table => {
    table.specificType('entity_ref', text).notNullable();
    table.specificType('provider', text).notNullable();
    table.text('title').notNullable();
    table.boolean('demonstration').notNullable();
    table.timestamp('fetched_at').comment('When it last answered');
    table.timestamp('failing_since');
    table.text('message').comment('What failed, for people');
    table.timestamp('retry_at').comment('It is not asked before');
    table.primary(['entity_ref', 'provider'], 'delivery_providers_pk');
  });

  await knex.schema.createTable('delivery_events', table => {
    table.specificType('source', text).notNullable();
    table.specificType('id', text).notNullable();
    table.timestamp('received_at').notNullable();
    table.primary(['source', 'id'], 'delivery_events_pk');
    table.index(['received_at'], 'delivery_events_retention');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delivery_events');
  await knex.schema.dropTable('delivery_providers');
  await knex.schema.dropTable('delivery_facts');
  await knex.schema.dropTable('delivery_deployments');
  await knex.schema.dropTable('delivery_runs');
};

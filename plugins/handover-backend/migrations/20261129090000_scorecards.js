// @ts-check

/**
 * Scorecards that are in force, what they come to for each entity, and what
 * they came to before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('scorecards', table => {
    table.specificType('name', text).notNullable().primary();
    table
      .specificType('version', text)
      .notNullable()
      .comment('Digest of the definition');
    table.text('definition').notNullable().comment('JSON');
    table
      .specificType('origin', text)
      .notNullable()
      .comment('Where it is from: empty for the configuration, or a location');
    table.integer('position').notNullable().comment('In the order of screens');
    table.timestamp('loaded_at').notNullable();
  });

  await knex.schema.createTable('scorecard_locations', table => {
    table.specificType('location', text).notNullable().primary();
    table.text('problems').notNullable().comment('JSON; empty list for none');
    table.timestamp('failing_since');
    table.timestamp('checked_at').notNullable();
  });

  await knex.schema.createTable('scorecard_evaluations', table => {
    table.specificType('entity_ref', text).notNullable().primary();
    table
      .timestamp('evaluated_at')
      .notNullable()
      .comment('When its facts were read, in the scope of a scorecard or not');
  });

  await knex.schema.createTable('scorecard_results', table => {
    table.specificType('scorecard', text).notNullable();
    table.specificType('entity_ref', text).notNullable();
    table
      .specificType('version', text)
      .notNullable()
      .comment('Of the scorecard');
    table.specificType('level', text).comment('Id; null below the lowest');
    table
      .integer('rank')
      .notNullable()
      .comment('Position of the level, -1 below the lowest');
    table.boolean('level_held').notNullable();
    table.double('score').comment('0 to 1; null if nothing applies');
    table.text('weights').notNullable().comment('By outcome, JSON');
    table.text('checks').notNullable().comment('With their facts, JSON');
    table
      .integer('revision')
      .notNullable()
      .comment('Of the handover that it was decided from, 0 for none');
    table.timestamp('evaluated_at').notNullable();
    table.timestamp('changed_at').notNullable();
    table.primary(['scorecard', 'entity_ref'], 'scorecard_results_pk');
    table.index(['entity_ref'], 'scorecard_results_entity_idx');
    table.index(
      ['scorecard', 'rank', 'entity_ref'],
      'scorecard_results_rank_idx',
    );
    table.index(
      ['scorecard', 'score', 'entity_ref'],
      'scorecard_results_score_idx',
    );
  });

  await knex.schema.createTable('scorecard_outcomes', table => {
    table.specificType('scorecard', text).notNullable();
    table.specificType('check_id', text).notNullable();
    table.specificType('entity_ref', text).notNullable();
    table.specificType('outcome', text).notNullable();
    table.primary(
      ['scorecard', 'check_id', 'entity_ref'],
      'scorecard_outcomes_pk',
    );
    table.index(['entity_ref', 'scorecard'], 'scorecard_outcomes_entity_idx');
  });

  await knex.schema.createTable('scorecard_history', table => {
    table.bigIncrements('id').comment('In the order in which they came');
    table.specificType('scorecard', text).notNullable();
    table.specificType('entity_ref', text).notNullable();
    table.timestamp('at').notNullable().comment('From when on it was so');
    table.specificType('version', text).notNullable();
    table.specificType('level', text);
    table.boolean('level_held').notNullable();
    table.double('score');
    table.text('outcomes').notNullable().comment('By check, JSON');
    table.index(
      ['entity_ref', 'scorecard', 'id'],
      'scorecard_history_entity_idx',
    );
    table.index(['at'], 'scorecard_history_retention_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('scorecard_history');
  await knex.schema.dropTable('scorecard_outcomes');
  await knex.schema.dropTable('scorecard_results');
  await knex.schema.dropTable('scorecard_evaluations');
  await knex.schema.dropTable('scorecard_locations');
  await knex.schema.dropTable('scorecards');
};

// @ts-check

/**
 * Creates company calendars, and adds the last successful reading to the locations
 * of scorecards.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('calendars', table => {
    table.specificType('name', text).notNullable().primary();
    table
      .specificType('version', text)
      .notNullable()
      .comment('Digest of the definition');
    table.text('definition').notNullable().comment('JSON');
    table
      .specificType('origin', text)
      .notNullable()
      .comment('The location that it was read from');
    table.integer('position').notNullable().comment('In the order of screens');
    table.timestamp('loaded_at').notNullable();
  });

  await knex.schema.createTable('calendar_locations', table => {
    table.specificType('location', text).notNullable().primary();
    table.text('problems').notNullable().comment('JSON; empty list for none');
    table
      .timestamp('read_at')
      .comment('Last successful reading; null if there is none');
    table.timestamp('failing_since');
    table.timestamp('checked_at').notNullable();
  });

  await knex.schema.createTable('calendar_state', table => {
    table.integer('id').notNullable().primary().comment('Always 1');
    table
      .integer('generation')
      .notNullable()
      .comment('Rises whenever a calendar or the state of a location changes');
  });
  await knex('calendar_state').insert({ id: 1, generation: 1 });

  await knex.schema.alterTable('scorecard_locations', table => {
    table
      .timestamp('read_at')
      .comment('Last successful reading; null if there is none');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('scorecard_locations', table => {
    table.dropColumn('read_at');
  });
  await knex.schema.dropTable('calendar_state');
  await knex.schema.dropTable('calendar_locations');
  await knex.schema.dropTable('calendars');
};

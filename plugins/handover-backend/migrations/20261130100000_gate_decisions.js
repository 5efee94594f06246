// @ts-check

/**
 * How many decisions about deployments and rollbacks were recorded, by day, for
 * facts. The decisions themselves are domain events, which are not kept as long.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('gate_decision_days', table => {
    table.specificType('entity_ref', text).notNullable();
    table
      .specificType('environment', text)
      .notNullable()
      .comment('Key of its name');
    table.specificType('day', text).notNullable().comment('Date in UTC');
    table.integer('open').notNullable();
    table.integer('total').notNullable().comment('With any verdict');
    table.timestamp('last_at').notNullable().comment('When it was recorded');
    table.primary(['entity_ref', 'environment', 'day']);
    table.index(['day'], 'gate_decision_days_retention_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gate_decision_days');
};

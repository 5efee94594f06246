// @ts-check

/**
 * What entities run in Kubernetes, as it was last read for facts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('kubernetes_readings', table => {
    table.specificType('entity_ref', text).notNullable().primary();
    table
      .text('annotations')
      .notNullable()
      .comment('That the objects are found by, as JSON');
    table
      .text('reading')
      .comment('Clusters and workloads as JSON; none before the first reading');
    table.text('problem').comment('Why the last reading failed');
    table.timestamp('read_at');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('kubernetes_readings');
  await knex('queue_items').where('topic', 'kubernetes').delete();
};

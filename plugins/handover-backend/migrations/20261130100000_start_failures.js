// @ts-check

/**
 * Deployed releases that did not start, as clusters showed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('delivery_start_failures', table => {
    table.specificType('entity_ref', text).notNullable();
    table.specificType('provider', text).notNullable();
    table
      .specificType('id', text)
      .notNullable()
      .comment('Of the deployment, which retention may have removed');
    table
      .specificType('workload', text)
      .notNullable()
      .comment('Cluster, namespace, kind and name as JSON');
    table.timestamp('since').notNullable().comment('When its first pod began');
    table.timestamp('until').comment('When the workload was healthy again');
    table.primary(
      ['entity_ref', 'provider', 'id', 'workload'],
      'delivery_start_failures_pk',
    );
    table.index(['since'], 'delivery_start_failures_retention');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delivery_start_failures');
};

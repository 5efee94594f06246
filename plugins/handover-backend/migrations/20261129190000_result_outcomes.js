// @ts-check

/**
 * The outcomes of a result beside its level, without the facts that they were
 * decided from: figures count results with the same ones.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('scorecard_results', table => {
    table
      .text('outcomes')
      .notNullable()
      .defaultTo('{}')
      .comment('Of the checks that count, by id in their order, JSON');
  });
  const list = knex.client.config.client.includes('pg')
    ? 'string_agg'
    : 'group_concat';
  // Ids and outcomes are plain words.
  await knex.raw(
    `update scorecard_results set outcomes = coalesce((
       select '{' || ${list}('"' || o.check_id || '":"' || o.outcome || '"', ',' order by o.check_id) || '}'
       from scorecard_outcomes o
       where o.scorecard = scorecard_results.scorecard
         and o.entity_ref = scorecard_results.entity_ref
     ), '{}')`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('scorecard_results', table => {
    table.dropColumn('outcomes');
  });
};

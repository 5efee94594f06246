// @ts-check

/**
 * The level before beside each level in the history: the levels of past days follow
 * from those of today and the changes since, without what came before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  await knex.schema.alterTable('scorecard_history', table => {
    table
      .specificType('previous_level', isPostgres ? 'text COLLATE "C"' : 'text')
      .comment('What it replaced');
    table
      .boolean('is_first')
      .notNullable()
      .defaultTo(false)
      .comment('Nothing was known before');
  });
  await knex.raw(
    `update scorecard_history set previous_level = s.previous, is_first = (s.place = 1)
     from (
       select id, lag(level) over entity as previous, row_number() over entity as place
       from scorecard_history
       window entity as (partition by scorecard, entity_ref order by id)
     ) as s
     where s.id = scorecard_history.id`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('scorecard_history', table => {
    table.dropColumn('previous_level');
    table.dropColumn('is_first');
  });
};

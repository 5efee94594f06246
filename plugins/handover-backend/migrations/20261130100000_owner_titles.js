// @ts-check

/**
 * Adds the titles of entities to their owners, with an index: the database reads a
 * page of a team's services in order, without reading the others.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  await knex.schema.alterTable('entity_owners', table => {
    table
      .specificType('title_sort', isPostgres ? 'text collate "C"' : 'text')
      .notNullable()
      .defaultTo('')
      .comment('Copy of entities.title_sort');
  });
  await knex('entity_owners').update(
    'title_sort',
    knex.raw(
      `coalesce((select e.title_sort from entities e
        where e.entity_ref = entity_owners.entity_ref), '')`,
    ),
  );
  await knex.schema.alterTable('entity_owners', table => {
    table.index(
      ['owner', 'title_sort', 'entity_ref'],
      'entity_owners_title_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity_owners', table => {
    table.dropIndex(
      ['owner', 'title_sort', 'entity_ref'],
      'entity_owners_title_idx',
    );
  });
  await knex.schema.alterTable('entity_owners', table => {
    table.dropColumn('title_sort');
  });
};

// @ts-check

/**
 * Initiatives, how far each entity is with them, and how that changed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('initiatives', table => {
    table.specificType('id', text).notNullable().primary();
    table.integer('revision').notNullable();
    table
      .specificType('status', text)
      .notNullable()
      .comment('draft, published or closed');
    table.specificType('scorecard', text).notNullable();
    table.text('definition').notNullable().comment('JSON');
    table.specificType('starts_on', text).notNullable().comment('Date in UTC');
    table.specificType('ends_on', text).notNullable().comment('Date in UTC');
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable();
    table
      .timestamp('measured_at')
      .notNullable()
      .comment('Since when the scorecard, the target and the scope are these');
    table.timestamp('published_at');
    table
      .integer('announced')
      .comment('Order of the last milestone that owners were told of');
    table
      .specificType('announced_on', text)
      .comment('When they were told, a date in UTC');
    table.text('closed_by');
    table.timestamp('closed_at');
    table.text('close_note').comment('Markdown');
    table.index(['ends_on', 'id'], 'initiatives_ends_idx');
  });

  await knex.schema.createTable('initiative_entities', table => {
    table.specificType('initiative_id', text).notNullable();
    table.specificType('entity_ref', text).notNullable();
    table
      .specificType('progress', text)
      .notNullable()
      .comment('reached, open or unknown');
    table.timestamp('since').notNullable();
    table.text('owner').comment('Main owner when the initiative was closed');
    table.primary(['initiative_id', 'entity_ref']);
    table.index(['entity_ref'], 'initiative_entities_entity_idx');
  });

  await knex.schema.createTable('initiative_changes', table => {
    table.bigIncrements('id');
    table.specificType('initiative_id', text).notNullable();
    table.specificType('entity_ref', text).notNullable();
    table.timestamp('at').notNullable();
    table
      .specificType('previous', text)
      .comment('None if the entity was not part of the initiative before');
    table
      .specificType('progress', text)
      .comment('None if the entity is not part of the initiative any more');
    table.index(['initiative_id', 'id'], 'initiative_changes_initiative_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('initiative_changes');
  await knex.schema.dropTable('initiative_entities');
  await knex.schema.dropTable('initiatives');
};

// @ts-check

/**
 * Domain events, written in the transaction of the change that they tell of.
 *
 * Transactions that insert at the same time may commit in another order than
 * they were numbered in. So an event gets its place in the order only after it
 * was committed, from whoever holds the one row of `domain_event_relay`: readers
 * that go on after a sequence miss nothing.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('domain_events', table => {
    table.bigIncrements('number').comment('In order of insertion');
    table.specificType('id', text).notNullable().comment('UUID');
    table
      .bigInteger('sequence')
      .comment('Place in the order of all events; null: not placed yet');
    table.specificType('topic', text).notNullable();
    table.specificType('entity_ref', text).notNullable();
    table.timestamp('at').notNullable().comment('When the change was stored');
    table.text('data').notNullable().comment('The rest of the payload, JSON');
    table.unique(['id'], { indexName: 'domain_events_id_idx' });
    table.unique(['sequence'], { indexName: 'domain_events_sequence_idx' });
    table.index(['at'], 'domain_events_retention_idx');
  });
  await knex.raw(
    'create index domain_events_unplaced_idx on domain_events (number) where sequence is null',
  );

  await knex.schema.createTable('domain_event_relay', table => {
    table.integer('id').notNullable().primary().comment('Always 1');
    table
      .bigInteger('last_sequence')
      .notNullable()
      .comment('The last one that was given to an event');
    table
      .bigInteger('published_sequence')
      .notNullable()
      .comment('The last one whose event was published');
    table
      .integer('failures')
      .notNullable()
      .comment('Failed attempts to publish the next event');
    table.specificType('claim_token', text).comment('Who publishes right now');
    table.timestamp('claimed_until').comment('When the claim expires');
  });
  await knex('domain_event_relay').insert({
    id: 1,
    last_sequence: 0,
    published_sequence: 0,
    failures: 0,
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('domain_event_relay');
  await knex.schema.dropTable('domain_events');
};

// @ts-check

/**
 * Renames what an event says from "fact" to "claim": a fact is what a scorecard
 * decides from.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await rename(knex, 'facts', 'claims');
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await rename(knex, 'claims', 'facts');
};

/**
 * @param {import('knex').Knex} knex
 * @param {string} from
 * @param {string} to
 */
async function rename(knex, from, to) {
  await knex.schema.alterTable('delivery_runs', table => {
    table.renameColumn(from, to);
  });
  await knex.schema.renameTable(`delivery_${from}`, `delivery_${to}`);
  await knex.schema.alterTable(`delivery_${to}`, table => {
    table.renameColumn(from, to);
    table.dropIndex(['entity_ref', 'kind', 'at'], `delivery_${from}_order`);
    table.dropIndex(['at'], `delivery_${from}_retention`);
    table.index(['entity_ref', 'kind', 'at'], `delivery_${to}_order`);
    table.index(['at'], `delivery_${to}_retention`);
  });
}

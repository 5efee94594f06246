// @ts-check

/**
 * The documented failures of each entity's latest revision, one a row, so that
 * a symptom is looked for across services without reading every document.
 *
 * Rows belong to a revision: like revisions they outlive the entity's row, and
 * those of a revision that is not in view are not found.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const text = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('document_failures', table => {
    table.specificType('entity_ref', text).notNullable();
    table.integer('number').notNullable().comment('Of the revision');
    table.integer('position').notNullable().comment('In the list, from 0');
    table.text('failure').notNullable().comment('As in the document, JSON');
    table
      .specificType('search_text', text)
      .notNullable()
      .comment('What it looks like and where it comes from, in lower case');
    table.primary(['entity_ref', 'number', 'position'], 'document_failures_pk');
  });

  const latest = knex('document_revisions as r')
    .where(
      'r.number',
      knex('document_revisions as other')
        .max('other.number')
        .where('other.entity_ref', knex.ref('r.entity_ref')),
    )
    .orderBy('r.entity_ref')
    .limit(100);
  let after = '';
  for (;;) {
    const revisions = await latest
      .clone()
      .where('r.entity_ref', '>', after)
      .select('r.entity_ref', 'r.number', 'r.document');
    if (revisions.length === 0) {
      break;
    }
    await knex.batchInsert(
      'document_failures',
      revisions.flatMap(revision => failureRows(revision)),
      100,
    );
    after = revisions[revisions.length - 1].entity_ref;
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('document_failures');
};

/**
 * What the failures of a revision were when this migration was written.
 *
 * @param {{ entity_ref: string, number: number, document: string }} revision
 */
function failureRows(revision) {
  /**
   * @type {{
   *   symptom?: string,
   *   cause?: string,
   *   match?: { reason?: string, message?: string, container?: string },
   * }[]}
   */
  const items = JSON.parse(revision.document).failures?.items ?? [];
  return items.map((failure, position) => ({
    entity_ref: revision.entity_ref,
    number: revision.number,
    position,
    failure: JSON.stringify(failure),
    search_text: [
      failure.symptom,
      failure.match?.reason,
      failure.match?.message,
      failure.match?.container,
      failure.cause,
    ]
      .filter(Boolean)
      .join('\n')
      .toLocaleLowerCase('en-US'),
  }));
}

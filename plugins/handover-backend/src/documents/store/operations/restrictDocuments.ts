import type { Knex } from 'knex';
import {
  applyEntityFilter,
  isOneOf,
  isOneOfFew,
  selectSubtree,
} from '../../../entities/sql';
import { type DocumentFilter, NONE } from '../DocumentStore';
import { normalizeRef, PENDING } from '../tables';
import { likePattern } from './likePattern';

/** `documents as d`, joined with `entities as e`. */
export function joinEntities(db: Knex): Knex.QueryBuilder {
  return db('documents as d').join(
    'entities as e',
    'e.entity_ref',
    'd.entity_ref',
  );
}

/** Whether a filter has a condition on a column of `entities`. */
export function needsEntities(filter: DocumentFilter): boolean {
  const { q, tier, system, domain } = filter;
  return Boolean(q || tier || system || domain);
}

/** Restricts a query on `documents as d` to what lists and figures are about. */
export function restrictDocuments(
  db: Knex,
  builder: Knex.QueryBuilder,
  filter: DocumentFilter,
  now: Date,
): Knex.QueryBuilder {
  if (filter.owner) {
    restrictOwner(db, builder, filter.owner, filter.ownerTree);
  }
  if (filter.system) {
    builder.where(isOneOf(db, 'e.system', toColumnValues(filter.system)));
  }
  if (filter.domain) {
    restrictDomain(db, builder, filter.domain);
  }
  if (filter.filter) {
    applyEntityFilter(builder, {
      db,
      column: 'd.entity_ref',
      filter: filter.filter,
    });
  }
  if (filter.tier) {
    builder.whereIn('e.tier', filter.tier);
  }
  if (filter.status) {
    builder.whereIn('d.status', filter.status);
  } else {
    builder.whereNot('d.status', PENDING);
  }
  if (filter.coverage?.min !== undefined) {
    builder.where('d.coverage_ratio', '>=', filter.coverage.min);
  }
  if (filter.coverage?.max !== undefined) {
    builder.where('d.coverage_ratio', '<=', filter.coverage.max);
  }
  if (filter.stale !== undefined) {
    builder.where('d.review_due_at', filter.stale ? '<=' : '>', now);
  }
  for (const word of filter.q?.toLocaleLowerCase('en-US').split(/\s+/) ?? []) {
    if (word) {
      builder.whereRaw(`?? like ? escape '\\'`, [
        'e.search_text',
        likePattern(word),
      ]);
    }
  }
  return builder;
}

/** A condition that an owner in a column is one of those that a filter means. */
export function isOwner(
  db: Knex,
  column: string,
  owners: readonly string[],
  ownerTree: boolean = false,
): Knex.Raw {
  const refs = owners.filter(owner => owner !== NONE).map(normalizeRef);
  return ownerTree
    ? db.raw('?? in (?)', [column, selectSubtree(db, refs)])
    : isOneOf(db, column, refs);
}

function restrictOwner(
  db: Knex,
  builder: Knex.QueryBuilder,
  owners: readonly string[],
  ownerTree?: boolean,
): void {
  const owned = db('entity_owners')
    .where(isOwner(db, 'owner', owners, ownerTree))
    .select('entity_ref');
  if (!owners.includes(NONE)) {
    builder.where(isOneOfFew(db, 'd.entity_ref', owned));
    return;
  }
  builder.where(either =>
    either
      .whereIn('d.entity_ref', owned)
      .orWhereNotIn('d.entity_ref', db('entity_owners').select('entity_ref')),
  );
}

/** A service without a domain of its own is in the domain of its system. */
function restrictDomain(
  db: Knex,
  builder: Knex.QueryBuilder,
  domains: readonly string[],
): void {
  const refs = domains.filter(domain => domain !== NONE).map(normalizeRef);
  const systems = () => db('entities').select('entity_ref');
  builder.where(either => {
    either
      .where(isOneOf(db, 'e.domain', refs))
      .orWhere(inherited =>
        inherited
          .where('e.domain', '')
          .whereIn('e.system', systems().where(isOneOf(db, 'domain', refs))),
      );
    if (domains.includes(NONE)) {
      either.orWhere(neither =>
        neither
          .where('e.domain', '')
          .whereNotIn('e.system', systems().whereNot('domain', '')),
      );
    }
  });
}

/** Columns hold an empty text for none. */
function toColumnValues(refs: readonly string[]): string[] {
  return refs.map(ref => (ref === NONE ? '' : normalizeRef(ref)));
}

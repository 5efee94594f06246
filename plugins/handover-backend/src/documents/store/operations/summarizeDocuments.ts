import type {
  FleetFigures,
  FleetGroup,
} from '@backstage-handover/plugin-handover-common';
import { SECTION_KEYS } from '@backstage-handover/plugin-handover-common/documents';
import type { Knex } from 'knex';
import { checkLimit } from '../../../cursor';
import type { FleetFiguresByGroup, FleetQuery } from '../DocumentStore';
import { NONE } from '../DocumentStore';
import {
  isOwner,
  joinEntities,
  needsEntities,
  restrictDocuments,
} from './restrictDocuments';

/** Both engines give whole numbers in other types: text, or numbers. */
type Count = number | string;

type FiguresRow = {
  services: Count;
  ok: Count | null;
  missing: Count | null;
  invalid: Count | null;
  unreachable: Count | null;
  stale: Count | null;
  mean_coverage: number | null;
} & { [counts: `${'covered' | 'partial'}_${number}`]: Count | null };

type GroupRow = FiguresRow & { group_key: string; total_groups: Count };

/** {@inheritdoc DocumentStore.summarize} */
export async function summarizeDocuments(
  db: Knex,
  query: FleetQuery,
  now: Date,
): Promise<FleetFiguresByGroup> {
  const limit = checkLimit(query.limit);
  const selected = needsEntities(query)
    ? joinEntities(db)
    : db('documents as d');
  const [[totals], groups]: [FiguresRow[], GroupRow[] | undefined] =
    await Promise.all([
      selectFigures(db, restrictDocuments(db, selected, query, now), { now }),
      query.groupBy && readGroups(db, { ...query, limit }, now),
    ]);
  return {
    totals: toFigures(totals),
    ...(groups && {
      groups: groups.map(toGroup),
      totalGroups: Number(groups[0]?.total_groups ?? 0),
    }),
  };
}

async function readGroups(
  db: Knex,
  query: FleetQuery & { limit: number },
  now: Date,
): Promise<GroupRow[]> {
  const { builder, key } = joinGroups(db, query);
  return selectFigures(db, restrictDocuments(db, builder, query, now), {
    now,
    key,
  })
    .groupBy('group_key')
    .orderBy([
      { column: 'services', order: 'desc' },
      { column: 'group_key', order: 'asc' },
    ])
    .limit(query.limit)
    .select({
      group_key: 'group_key',
      // The window comes after the grouping: it counts groups.
      total_groups: db.raw('count(*) over ()'),
    });
}

/** Joins what handovers are grouped by; `key` is empty for those without. */
function joinGroups(
  db: Knex,
  { groupBy, owner, ownerTree }: FleetQuery,
): { builder: Knex.QueryBuilder; key: string } {
  const builder = joinEntities(db);
  switch (groupBy) {
    case 'owner':
      builder.leftJoin('entity_owners as o', 'o.entity_ref', 'd.entity_ref');
      if (owner) {
        // A service that they share with others belongs to their groups only.
        builder.where(wanted => {
          wanted.where(isOwner(db, 'o.owner', owner, ownerTree));
          if (owner.includes(NONE)) {
            wanted.orWhereNull('o.owner');
          }
        });
      }
      return { builder, key: "coalesce(o.owner, '')" };
    case 'domain':
      builder.leftJoin('entities as s', 's.entity_ref', 'e.system');
      return { builder, key: "coalesce(nullif(e.domain, ''), s.domain, '')" };
    default:
      return { builder, key: 'e.system' };
  }
}

/**
 * Selects figures from handovers that are alike. Few differ in status, freshness
 * and covered sections, so the many figures are sums of few rows.
 *
 * @param options.key - What `group_key` is.
 */
function selectFigures(
  db: Knex,
  documents: Knex.QueryBuilder,
  { now, key }: { now: Date; key?: string },
): Knex.QueryBuilder {
  const alike = documents
    .select({
      ...(key !== undefined && { group_key: db.raw(key) }),
      status: 'd.status',
      stale: db.raw('case when ?? <= ? then 1 else 0 end', [
        'd.review_due_at',
        now,
      ]),
      covered: db.raw('coalesce(??, 0)', ['d.covered_sections']),
      partial: db.raw('coalesce(??, 0)', ['d.partial_sections']),
      services: db.raw('count(*)'),
      coverage: db.raw('sum(??)', ['d.coverage_ratio']),
    })
    .groupByRaw(key === undefined ? '1, 2, 3, 4' : '1, 2, 3, 4, 5');
  return db.from(alike.as('alike')).select(figureColumns(db));
}

/** What is counted, by the names of {@link FiguresRow}. */
function figureColumns(db: Knex): Record<string, Knex.Raw> {
  const countStatus = (status: string) =>
    db.raw('sum(case when ?? = ? then ?? else 0 end)', [
      'alike.status',
      status,
      'alike.services',
    ]);
  const countBit = (column: string, bit: number) =>
    db.raw(`sum(((?? >> ${bit}) & 1) * ??)`, [column, 'alike.services']);
  return {
    services: db.raw('coalesce(sum(??), 0)', ['alike.services']),
    ok: countStatus('ok'),
    missing: countStatus('missing'),
    invalid: countStatus('invalid'),
    unreachable: countStatus('unreachable'),
    stale: db.raw('sum(?? * ??)', ['alike.stale', 'alike.services']),
    mean_coverage: db.raw('sum(??) / sum(??)', [
      'alike.coverage',
      'alike.services',
    ]),
    ...Object.fromEntries(
      SECTION_KEYS.flatMap((_, bit) => [
        [`covered_${bit}`, countBit('alike.covered', bit)],
        [`partial_${bit}`, countBit('alike.partial', bit)],
      ]),
    ),
  };
}

function toFigures(row: FiguresRow): FleetFigures {
  const services = Number(row.services);
  return {
    services,
    status: {
      ok: Number(row.ok),
      missing: Number(row.missing),
      invalid: Number(row.invalid),
      unreachable: Number(row.unreachable),
    },
    stale: Number(row.stale),
    ...(row.mean_coverage !== null && { meanCoverage: row.mean_coverage }),
    sections: Object.fromEntries(
      SECTION_KEYS.map((key, bit) => {
        const covered = Number(row[`covered_${bit}`]);
        const partial = Number(row[`partial_${bit}`]);
        return [
          key,
          { covered, partial, missing: services - covered - partial },
        ];
      }),
    ),
  };
}

function toGroup(row: GroupRow): FleetGroup {
  return {
    ...(row.group_key && { entityRef: row.group_key }),
    ...toFigures(row),
  };
}

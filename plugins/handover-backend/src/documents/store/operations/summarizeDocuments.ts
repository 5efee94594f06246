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
      restrictDocuments(db, selected, query, now).select(
        figureColumns(db, now),
      ),
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
  return restrictDocuments(db, builder, query, now)
    .groupByRaw(key)
    .orderBy([
      { column: 'services', order: 'desc' },
      { column: 'group_key', order: 'asc' },
    ])
    .limit(query.limit)
    .select({
      ...figureColumns(db, now),
      group_key: db.raw(key),
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

/** What is counted of each group, by the names of {@link FiguresRow}. */
function figureColumns(db: Knex, now: Date): Record<string, Knex.Raw> {
  const countIf = (condition: string, value: string | Date) =>
    db.raw(`sum(case when ${condition} ? then 1 else 0 end)`, [value]);
  const countBit = (column: string, bit: number) =>
    db.raw(`sum((coalesce(??, 0) >> ${bit}) & 1)`, [column]);
  return {
    services: db.raw('count(*)'),
    ok: countIf('d.status =', 'ok'),
    missing: countIf('d.status =', 'missing'),
    invalid: countIf('d.status =', 'invalid'),
    unreachable: countIf('d.status =', 'unreachable'),
    stale: countIf('d.review_due_at <=', now),
    mean_coverage: db.raw('avg(d.coverage_ratio)'),
    ...Object.fromEntries(
      SECTION_KEYS.flatMap((_, bit) => [
        [`covered_${bit}`, countBit('d.covered_sections', bit)],
        [`partial_${bit}`, countBit('d.partial_sections', bit)],
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

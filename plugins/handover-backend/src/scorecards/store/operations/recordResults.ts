import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import type { DomainEventOutbox, NewDomainEvent } from '../../../events';
import { groupBy } from '../../../groupBy';
import { insertRows } from '../../../insertRows';
import type { WorkQueue } from '../../../queue';
import type { Evaluated } from '../ScorecardStore';
import {
  type HistoryRow,
  type OutcomeRow,
  type ResultRow,
  outcomesOf,
  parseOutcomes,
} from '../tables';
import { SCORECARDS_TOPIC } from '../topic';
import { recordProgress } from '../initiatives';

type Result = Evaluated['results'][number];

/**
 * {@inheritDoc ScorecardStore.record}
 *
 * Statements do not depend on the number of checks or entities: results whose
 * outcomes are the same only get a new time.
 */
export async function recordResults(
  db: Knex,
  evaluated: readonly Evaluated[],
  options: { queue: WorkQueue; outbox: DomainEventOutbox; now: Date },
): Promise<number> {
  const { queue, outbox, now } = options;
  return db.transaction(async tx => {
    const heldKeys = await queue.settle(
      SCORECARDS_TOPIC,
      evaluated.map(({ item, dueAt }) => ({
        key: item.key,
        claimToken: item.claimToken,
        dueAt,
        result: 'done',
      })),
      { transaction: tx },
    );
    const held = evaluated.filter(({ item }) => heldKeys.has(item.key));
    if (held.length === 0) {
      return 0;
    }
    const refs = held.map(({ item }) => item.key);
    await insertRows(
      tx,
      'scorecard_evaluations',
      held.map(({ item, readAt }) => ({
        entity_ref: item.key,
        // What changes while it is evaluated makes it outdated.
        evaluated_at: readAt,
      })),
      { replaceOn: ['entity_ref'] },
    );
    const stored = await tx<ResultRow>('scorecard_results')
      .whereIn('entity_ref', refs)
      .select(
        'scorecard',
        'entity_ref',
        'version',
        'level',
        'level_held',
        'score',
        'outcomes',
        'changed_at',
      );
    const before = new Map(stored.map(row => [idOf(row), row]));

    const rows: ResultRow[] = [];
    const changed: ResultRow[] = [];
    const replaced = new Map<string, string | null>();
    const appeared: ResultRow[] = [];
    const events: NewDomainEvent[] = [];
    for (const { item, results, revision, readAt } of held) {
      for (const result of results) {
        const row = toRow(item.key, result, { revision, readAt, now });
        const previous = before.get(idOf(row));
        before.delete(idOf(row));
        if (previous && digestOf(previous) === digestOf(row)) {
          rows.push({ ...row, changed_at: previous.changed_at });
        } else {
          rows.push(row);
          changed.push(row);
        }
        if (!previous) {
          appeared.push(row);
          continue;
        }
        replaced.set(idOf(row), previous.level);
        if (previous.level !== row.level) {
          events.push(toEvent(row, previous.level));
        }
      }
    }
    // Whose scope an entity has left.
    await removeResults(tx, [...before.values()]);
    await insertRows(tx, 'scorecard_results', rows, {
      replaceOn: ['scorecard', 'entity_ref'],
    });
    await replaceOutcomes(tx, changed);
    for (const row of await readLast(tx, appeared)) {
      replaced.set(idOf(row), row.level);
    }
    await insertRows(
      tx,
      'scorecard_history',
      changed.map(row => toHistory(row, replaced.get(idOf(row)))),
    );
    await recordProgress(
      tx,
      held.map(({ item, initiatives }) => ({
        entityRef: item.key,
        ...initiatives,
      })),
      now,
    );
    await outbox.append(events, { transaction: tx });
    return held.length;
  });
}

/**
 * What makes a result another one. Facts and the scorecard's version may differ
 * while the outcomes stay.
 */
function digestOf(
  row: Pick<ResultRow, 'level' | 'level_held' | 'score' | 'outcomes'>,
): string {
  return JSON.stringify([
    row.level,
    Boolean(row.level_held),
    row.score,
    row.outcomes,
  ]);
}

function toRow(
  entityRef: string,
  result: Result,
  { revision, readAt, now }: { revision: number; readAt: Date; now: Date },
): ResultRow {
  return {
    scorecard: result.scorecard,
    entity_ref: entityRef,
    version: result.version,
    level: result.level ?? null,
    rank: result.rank,
    level_held: result.levelHeld,
    score: result.score ?? null,
    weights: JSON.stringify(result.weights),
    checks: JSON.stringify(result.checks),
    outcomes: outcomesOf(result.checks),
    revision,
    evaluated_at: readAt,
    changed_at: now,
  };
}

/** What was known last of entities that have no result now: some left the scope and came back. */
async function readLast(
  tx: Knex.Transaction,
  appeared: readonly ResultKey[],
): Promise<(ResultKey & Pick<HistoryRow, 'level'>)[]> {
  if (appeared.length === 0) {
    return [];
  }
  return tx('scorecard_history')
    .whereIn(
      'id',
      tx('scorecard_history')
        .where(
          isOneOf(tx, 'entity_ref', [
            ...new Set(appeared.map(({ entity_ref }) => entity_ref)),
          ]),
        )
        .groupBy('scorecard', 'entity_ref')
        .max('id'),
    )
    .select('scorecard', 'entity_ref', 'level');
}

/** @param previousLevel - undefined if nothing was known before */
function toHistory(
  row: ResultRow,
  previousLevel: string | null | undefined,
): Omit<HistoryRow, 'id'> {
  return {
    scorecard: row.scorecard,
    entity_ref: row.entity_ref,
    at: row.changed_at,
    version: row.version,
    level: row.level,
    level_held: row.level_held,
    score: row.score,
    outcomes: row.outcomes,
    previous_level: previousLevel ?? null,
    is_first: previousLevel === undefined,
  };
}

function toEvent(row: ResultRow, previousLevel: string | null): NewDomainEvent {
  return {
    topic: 'handover.scorecard.level-changed',
    entityRef: row.entity_ref,
    data: {
      scorecard: row.scorecard,
      ...(row.level !== null && { level: row.level }),
      ...(previousLevel !== null && { previousLevel }),
      ...(row.score !== null && { score: row.score }),
    },
  };
}

async function replaceOutcomes(
  tx: Knex.Transaction,
  changed: readonly ResultRow[],
): Promise<void> {
  await removeOutcomes(tx, changed);
  await insertRows<OutcomeRow>(
    tx,
    'scorecard_outcomes',
    changed.flatMap(({ scorecard, entity_ref, outcomes }) =>
      Object.entries(parseOutcomes(outcomes)).map(([check_id, outcome]) => ({
        scorecard,
        check_id,
        entity_ref,
        outcome,
      })),
    ),
  );
}

type ResultKey = Pick<ResultRow, 'scorecard' | 'entity_ref'>;

async function removeResults(
  tx: Knex.Transaction,
  keys: readonly ResultKey[],
): Promise<void> {
  for (const [scorecard, refs] of byScorecard(keys)) {
    await tx('scorecard_results')
      .where({ scorecard })
      .whereIn('entity_ref', refs)
      .delete();
  }
  await removeOutcomes(tx, keys);
}

async function removeOutcomes(
  tx: Knex.Transaction,
  keys: readonly ResultKey[],
): Promise<void> {
  for (const [scorecard, refs] of byScorecard(keys)) {
    await tx('scorecard_outcomes')
      .where({ scorecard })
      .whereIn('entity_ref', refs)
      .delete();
  }
}

function byScorecard(keys: readonly ResultKey[]): Map<string, string[]> {
  return new Map(
    [...groupBy(keys, ({ scorecard }) => scorecard)].map(
      ([scorecard, rows]) => [
        scorecard,
        rows.map(({ entity_ref }) => entity_ref),
      ],
    ),
  );
}

function idOf({ scorecard, entity_ref }: ResultKey): string {
  return `${scorecard} ${entity_ref}`;
}

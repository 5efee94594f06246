import type { Knex } from 'knex';
import type { DomainEventOutbox, NewDomainEvent } from '../../../events';
import type { WorkQueue } from '../../../queue';
import { contentHash, RULES_VERSION } from '../derive';
import type { RecordedOutcome, RecordResult } from '../DocumentStore';
import { toLocationKey } from '../locationKey';
import { REFRESH_TOPIC } from '../refreshTopic';
import {
  type DocumentRow,
  type RefreshRow,
  type RevisionRow,
  toDate,
} from '../tables';
import { toEvents } from '../toEvents';
import { transition } from '../transition';
import { nextNumbers } from './nextNumbers';
import { indexRevisions } from './indexRevisions';
import { recordHistory } from './recordHistory';

/**
 * Records what a batch of reads came to. Documents that did not change, nearly
 * always the most, cost a few statements for the whole batch. Only whoever still
 * holds the claim of a row writes to it.
 */
export async function recordOutcomes(
  db: Knex,
  outcomes: RecordedOutcome[],
  options: { queue: WorkQueue; outbox: DomainEventOutbox; now: Date },
): Promise<RecordResult[]> {
  const { queue, outbox, now } = options;
  return db.transaction(async tx => {
    const heldRefs = await queue.settle(
      REFRESH_TOPIC,
      outcomes.map(({ entityRef, claimToken, outcome, nextDueAt }) => ({
        key: entityRef,
        claimToken,
        dueAt: nextDueAt,
        result: outcome.status === 'unreachable' ? 'failed' : 'done',
      })),
      { transaction: tx },
    );
    const held = outcomes.filter(each => heldRefs.has(each.entityRef));
    const groups = new Map<string, RecordedOutcome[]>();
    for (const each of held) {
      const key = JSON.stringify(refreshColumns(each, now));
      const group = groups.get(key);
      if (group) {
        group.push(each);
      } else {
        groups.set(key, [each]);
      }
    }
    for (const group of groups.values()) {
      await tx<RefreshRow>('document_refreshes')
        .whereIn(
          'entity_ref',
          group.map(each => each.entityRef),
        )
        .update(refreshColumns(group[0], now));
    }

    const results = await writeStates(
      tx,
      held.filter(each => each.outcome.status !== 'unchanged'),
      { outbox, now },
    );
    return outcomes.map(({ entityRef }) => ({
      entityRef,
      result: heldRefs.has(entityRef)
        ? results.get(entityRef) ?? 'unchanged'
        : 'lost',
    }));
  });
}

function refreshColumns(
  { outcome }: RecordedOutcome,
  now: Date,
): Partial<RefreshRow> {
  return {
    checked_at: now,
    ...(outcome.status === 'unchanged'
      ? {}
      : {
          etag: outcome.etag ?? null,
          rules_version: RULES_VERSION,
          location_key: toLocationKey(outcome.location),
        }),
  };
}

async function writeStates(
  tx: Knex.Transaction,
  outcomes: RecordedOutcome[],
  { outbox, now }: { outbox: DomainEventOutbox; now: Date },
): Promise<Map<string, RecordResult['result']>> {
  const results = new Map<string, RecordResult['result']>();
  if (outcomes.length === 0) {
    return results;
  }
  const refs = outcomes.map(each => each.entityRef);
  const rows = await tx<DocumentRow>('documents')
    .whereIn('entity_ref', refs)
    .orderBy('entity_ref')
    .forUpdate()
    .select();
  const byRef = new Map(rows.map(row => [row.entity_ref, row]));
  const numbers = await nextNumbers(tx, refs);
  const revisions: RevisionRow[] = [];
  const events: NewDomainEvent[] = [];
  // Those that became stale before they changed.
  await recordHistory(
    tx,
    rows
      .filter(row => toDate(row.review_due_at) <= now)
      .map(row => row.entity_ref),
    now,
  );

  for (const { entityRef, outcome } of outcomes) {
    const row = byRef.get(entityRef);
    if (!row || outcome.status === 'unchanged') {
      continue;
    }
    const { columns, revise } = transition(row, outcome, now);
    if (revise && outcome.status === 'ok') {
      const number = numbers(entityRef);
      revisions.push({
        entity_ref: entityRef,
        number,
        source: 'repository',
        content_hash: contentHash(outcome.yaml),
        yaml: outcome.yaml,
        document: JSON.stringify(outcome.document),
        author: null,
        message: null,
        location: outcome.location,
        created_at: now,
      });
      columns.revision = number;
      columns.updated_at = now;
    }
    if (Object.keys(columns).length > 0) {
      await tx<DocumentRow>('documents')
        .where('entity_ref', entityRef)
        .update(columns);
      results.set(entityRef, revise ? 'revised' : 'updated');
      events.push(...toEvents(row, columns));
    }
  }
  if (revisions.length > 0) {
    await tx.batchInsert('document_revisions', revisions, 100);
    await indexRevisions(tx, revisions);
  }
  await recordHistory(tx, [...results.keys()], now);
  await outbox.append(events, { transaction: tx });
  return results;
}

import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import { insertRows } from '../../../insertRows';
import type { WorkItem, WorkQueue } from '../../../queue';
import type { LinkOutcome, MarkChanged } from '../LinkStore';
import type { LinkRow, UseRow } from '../tables';
import { LINKS_TOPIC } from '../topic';

/** {@inheritDoc LinkStore.record} */
export async function recordOutcomes(
  tx: Knex.Transaction,
  done: readonly { item: WorkItem; outcome: LinkOutcome }[],
  options: { queue: WorkQueue; markChanged: MarkChanged; now: Date },
): Promise<void> {
  const { queue, markChanged, now } = options;
  const transaction = { transaction: tx };
  // First, as it locks the addresses.
  const held = await queue.settle(
    LINKS_TOPIC,
    done.map(({ item, outcome: { dueAt, result } }) => ({
      key: item.key,
      claimToken: item.claimToken,
      dueAt,
      result,
    })),
    transaction,
  );
  const valid = done.filter(({ item }) => held.has(item.key));
  const removed = valid
    .filter(({ outcome }) => outcome.isRemoved)
    .map(({ item }) => item.key);
  const checked = valid.flatMap(({ item: { key }, outcome }): LinkRow[] =>
    outcome.checked
      ? [
          {
            url: key,
            state: outcome.checked.state,
            status: outcome.checked.status ?? null,
            reason: outcome.checked.reason ?? null,
            checked_at: now,
          },
        ]
      : [],
  );
  const before = new Map<string, LinkRow['state']>(
    (
      await tx<LinkRow>('links')
        .where(
          isOneOf(
            tx,
            'url',
            checked.map(({ url }) => url),
          ),
        )
        .select('url', 'state')
    ).map(row => [row.url, row.state]),
  );
  await insertRows(tx, 'links', checked, { replaceOn: ['url'] });
  await queue.remove(LINKS_TOPIC, removed, transaction);
  await tx<LinkRow>('links').where(isOneOf(tx, 'url', removed)).delete();

  const changed = checked
    .filter(({ url, state }) => before.get(url) !== state)
    .map(({ url }) => url);
  // A handover that has a removed address again needs another look, too.
  const entityRefs: string[] = await tx<UseRow>('link_uses')
    .where(isOneOf(tx, 'url', [...changed, ...removed]))
    .distinct('entity_ref')
    .pluck('entity_ref');
  if (entityRefs.length > 0) {
    await markChanged(entityRefs, transaction);
  }
}

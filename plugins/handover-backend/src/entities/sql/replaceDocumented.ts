import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';

/** Rows in one statement: bindings are limited. */
const BATCH = 100;

/**
 * Makes the mirror know what the handovers in view say about their entities:
 * tier and environments.
 */
export async function replaceDocumented(
  tx: Knex.Transaction,
  handovers: { entityRef: string; document: HandoverDocument }[],
): Promise<void> {
  await replaceTiers(tx, handovers);
  await tx('entity_environments')
    .whereIn(
      'entity_ref',
      handovers.map(({ entityRef }) => entityRef),
    )
    .delete();
  await tx.batchInsert(
    'entity_environments',
    handovers.flatMap(({ entityRef, document }) =>
      (document.environments?.items ?? []).map((item, position) => ({
        entity_ref: entityRef,
        position,
        environment: item.name ?? '',
        cluster: item.cluster ?? '',
        namespace: item.namespace ?? '',
      })),
    ),
    BATCH,
  );
}

async function replaceTiers(
  tx: Knex.Transaction,
  handovers: { entityRef: string; document: HandoverDocument }[],
): Promise<void> {
  const tiers = new Map(
    handovers.map(({ entityRef, document }) => [
      entityRef,
      document.metadata?.tier ?? 0,
    ]),
  );
  // In order, as the mirror locks them too: no two can wait for each other.
  const rows = await tx<{ entity_ref: string; tier: number }>('entities')
    .whereIn('entity_ref', [...tiers.keys()])
    .orderBy('entity_ref')
    .forUpdate()
    .select('entity_ref', 'tier');
  const byTier = new Map<number, string[]>();
  for (const { entity_ref, tier } of rows) {
    const next = tiers.get(entity_ref) ?? 0;
    if (next !== tier) {
      byTier.set(next, [...(byTier.get(next) ?? []), entity_ref]);
    }
  }
  for (const [tier, refs] of byTier) {
    await tx('entities').whereIn('entity_ref', refs).update({ tier });
  }
}

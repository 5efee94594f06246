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
  const byTier = new Map<number, string[]>();
  for (const { entityRef, document } of handovers) {
    const tier = document.metadata?.tier ?? 0;
    byTier.set(tier, [...(byTier.get(tier) ?? []), entityRef]);
  }
  for (const [tier, entityRefs] of byTier) {
    await tx('entities')
      .whereIn('entity_ref', entityRefs)
      .whereNot({ tier })
      .update({ tier });
  }
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

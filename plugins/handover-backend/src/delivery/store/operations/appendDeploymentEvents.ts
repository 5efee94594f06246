import type { Deployment } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import type { DomainEventOutbox, NewDomainEvent } from '../../../events';
import type { DeploymentRow } from '../tables';

/** A deployment that is older when it is first found is no news. */
const NEWS_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Records an event for each deployment that is new or has another outcome. To be
 * called before the rows are written, by whoever holds the lock of the provider.
 */
export async function appendDeploymentEvents(
  tx: Knex.Transaction,
  rows: readonly DeploymentRow[],
  options: { outbox: DomainEventOutbox; now: Date },
): Promise<void> {
  const { outbox, now } = options;
  if (rows.length === 0) {
    return;
  }
  const [{ entity_ref, provider }] = rows;
  // The last one of the same id counts, as when they are written.
  const unique = new Map(rows.map(row => [row.id, row]));
  const stored = await tx<DeploymentRow>('delivery_deployments')
    .where({ entity_ref, provider })
    .whereIn('id', [...unique.keys()])
    .select('id', 'outcome');
  const outcomes = new Map(stored.map(({ id, outcome }) => [id, outcome]));
  const news = [...unique.values()].filter(row => {
    const before = outcomes.get(row.id);
    return before === undefined
      ? now.getTime() - new Date(row.at).getTime() <= NEWS_MS
      : before !== row.outcome;
  });
  await outbox.append(
    news
      .sort((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
      .map(row => toEvent(row, outcomes.get(row.id))),
    { transaction: tx },
  );
}

function toEvent(
  row: DeploymentRow,
  previousOutcome: Deployment['outcome'] | undefined,
): NewDomainEvent {
  const deployment: Deployment = JSON.parse(row.deployment);
  const { version, digest } = deployment.artifact ?? {};
  return {
    topic: 'handover.deployment.recorded',
    entityRef: row.entity_ref,
    data: {
      deploymentId: row.id,
      provider: row.provider,
      environment: deployment.environment,
      outcome: row.outcome,
      ...(previousOutcome && { previousOutcome }),
      deployedAt: deployment.at,
      ...(version && { version }),
      ...(digest && { digest }),
      ...(deployment.commit && { commit: deployment.commit }),
      ...(deployment.runId && { runId: deployment.runId }),
    },
  };
}

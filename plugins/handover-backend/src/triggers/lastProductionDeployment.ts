import type {
  Deployment,
  PromotionPath,
} from '@backstage-handover/plugin-handover-common';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';

/** After these, nothing is left to roll back. */
const UNDONE: readonly Deployment['outcome'][] = ['rolledBack', 'removed'];

/**
 * The last deployment to production, unless it was rolled back. One that runs or
 * failed counts: it may need a rollback.
 *
 * @param known - the environments, those of the handover included
 */
export function lastProductionDeployment(
  path: PromotionPath,
  known: Environments,
): Deployment | undefined {
  const names = path.environments.map(({ name }) => name);
  // As for the metrics of delivery.
  const production = known.productionAmong(names) ?? names.at(-1);
  const step = path.environments.find(({ name }) => name === production);
  const last = step?.attempt ?? step?.deployment;
  return last && !UNDONE.includes(last.outcome)
    ? { ...last, environment: step!.name }
    : undefined;
}

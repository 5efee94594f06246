import type {
  Deployment,
  PromotionPath,
} from '@backstage-handover/plugin-handover-common';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';

/** After these, nothing is left to roll back. */
const UNDONE: readonly Deployment['outcome'][] = ['rolledBack', 'removed'];

/**
 * The deployments to production after which triggers may be watched: first the
 * one in place, then a later one that runs or failed, since it may need a
 * rollback, too. Attempts come and go, so they don't replace the release in place
 * while that one is watched.
 *
 * @param known - the environments, those of the handover included
 */
export function watchedDeployments(
  path: PromotionPath,
  known: Environments,
): Deployment[] {
  const names = path.environments.map(({ name }) => name);
  // As for the metrics of delivery.
  const production = known.productionAmong(names) ?? names.at(-1);
  const step = path.environments.find(({ name }) => name === production);
  return [step?.deployment, step?.attempt].flatMap(each =>
    each && !UNDONE.includes(each.outcome)
      ? [{ ...each, environment: step!.name }]
      : [],
  );
}

import type { PromotionEnvironment } from '@backstage-handover/plugin-handover-common/delivery';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';

/**
 * The environments of the promotion path of an entity: those that its handover
 * declares, or else the configured ones.
 */
export function promotionEnvironments(
  environments: Environments,
  documented: readonly PromotionEnvironment[],
): PromotionEnvironment[] {
  return documented.some(({ name }) => name)
    ? documented.flatMap(({ name, promotedFrom }) =>
        name ? { name, promotedFrom } : [],
      )
    : environments.assumed.map(name => ({ name }));
}

import type { Deployment } from '@backstage-handover/plugin-handover-common';
import type { DeliveryFactInput } from '@backstage-handover/plugin-handover-common/scorecards';

/** Reads what scorecards decide from. References are full and in lower case. */
export interface DeliveryFactReader {
  /**
   * By reference. Every entity has an entry.
   *
   * @param options.productionAmong - which of these environments is production
   */
  readFactStates(
    entityRefs: string[],
    options: {
      productionAmong: (environments: string[]) => string | undefined;
      now: Date;
    },
  ): Promise<Map<string, DeliveryFactInput>>;

  /**
   * The latest deployments of each entity, into any environment and with any
   * outcome. Entities without any are absent.
   */
  readLatestDeployments(
    entityRefs: string[],
  ): Promise<Map<string, Deployment[]>>;
}

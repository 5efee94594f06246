import type { Deployment } from '@backstage-handover/plugin-handover-common';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { DeliveryFactInput } from '@backstage-handover/plugin-handover-common/scorecards';

/** Reads what scorecards decide from. References are full and in lower case. */
export interface DeliveryFactReader {
  /**
   * By reference. Every entity has an entry.
   *
   * @param options.environments - say which one is production, by all its names
   */
  readFactStates(
    entityRefs: string[],
    options: { environments: Environments; now: Date },
  ): Promise<Map<string, DeliveryFactInput>>;

  /**
   * The environment in which the deployments to production of each entity are
   * counted. Entities without deployments to production are absent.
   */
  readProduction(
    entityRefs: string[],
    environments: Environments,
  ): Promise<Map<string, string>>;

  /**
   * Why the data of an entity may have holes: what fails, and since when.
   * Entities of which everything can be read are absent.
   */
  readFailing(entityRefs: string[]): Promise<Map<string, string>>;

  /**
   * The latest deployments of each entity, into any environment and with any
   * outcome: at most 50 for each environment, and 500 in total. Entities without
   * any are absent.
   */
  readLatestDeployments(
    entityRefs: string[],
  ): Promise<Map<string, Deployment[]>>;
}

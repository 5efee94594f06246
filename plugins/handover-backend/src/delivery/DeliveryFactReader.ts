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
}

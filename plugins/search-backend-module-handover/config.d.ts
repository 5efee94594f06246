import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Adds the sections of handovers to the search index. */
      handover?: {
        /**
         * When to rebuild the index.
         * @default Every 10 minutes, with a timeout of 15 minutes and an
         * initial delay of 15 seconds
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * The path of an entity's Handover tab, with the placeholders `:kind`,
         * `:namespace` and `:name`.
         * @default "/catalog/:namespace/:kind/:name/handover"
         */
        locationTemplate?: string;
        /**
         * Handovers in each request, 1 to 100.
         * @default 50
         */
        batchSize?: number;
      };
    };
  };
}

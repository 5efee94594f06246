import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** How the sections of handovers get into the search index. */
      handover?: {
        /**
         * When the index is made anew.
         * @default Every 10 minutes, for at most 15, first after 15 seconds
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Path of an entity's Handover tab, with `:kind`, `:namespace` and
         * `:name` in the places of the entity's own.
         * @default "/catalog/:namespace/:kind/:name/handover"
         */
        locationTemplate?: string;
        /**
         * Handovers in one request, 1 to 100.
         * @default 50
         */
        batchSize?: number;
      };
    };
  };
}

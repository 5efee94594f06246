import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    processors?: {
      /** How the status of handovers gets onto the catalog's entities. */
      handover?: {
        /**
         * When the statuses are read from the handover backend.
         * @default Every minute, for at most 1 minute
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}

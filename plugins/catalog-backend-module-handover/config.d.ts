import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    processors?: {
      /** Adds the status and the levels of handovers to catalog entities. */
      handover?: {
        /**
         * When to read statuses and levels from the handover backend.
         * @default Every minute, for at most 1 minute
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}

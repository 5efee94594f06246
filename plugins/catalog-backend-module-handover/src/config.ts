import {
  checkKnownKeys,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import {
  type RootConfigService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

const KEY = 'catalog.processors.handover';

/** When statuses and levels are read. */
export function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  return withConfigFile(config, () => {
    checkKnownKeys(config, KEY, [`${KEY}.schedule`]);
    const schedule = config.getOptionalConfig(`${KEY}.schedule`);
    return schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : { frequency: { minutes: 1 }, timeout: { minutes: 1 } };
  });
}

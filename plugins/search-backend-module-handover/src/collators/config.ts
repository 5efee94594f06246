import {
  checkKnownKeys,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import {
  type RootConfigService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

export type CollatorConfig = {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Path of an entity's Handover tab, with `:kind`, `:namespace` and `:name`. */
  locationTemplate: string;
  /** Handovers in one request. */
  batchSize: number;
};

const KEY = 'search.collators.handover';

const KNOWN_KEYS = [
  `${KEY}.schedule`,
  `${KEY}.locationTemplate`,
  `${KEY}.batchSize`,
];

/** @throws InputError if a value makes no sense. */
export function readCollatorConfig(config: RootConfigService): CollatorConfig {
  return withConfigFile(config, () => {
    checkKnownKeys(config, KEY, KNOWN_KEYS);
    return read(config);
  });
}

function read(config: RootConfigService): CollatorConfig {
  const own = config.getOptionalConfig(KEY);
  const schedule = own?.getOptionalConfig('schedule');
  const batchSize = own?.getOptionalNumber('batchSize') ?? 50;
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > 100) {
    throw new InputError(
      `Invalid number at '${KEY}.batchSize': must be a whole number from 1 to 100, not ${batchSize}`,
    );
  }
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 10 },
          timeout: { minutes: 15 },
          // By then the handovers of a small catalog have been read.
          initialDelay: { seconds: 15 },
        },
    locationTemplate:
      own?.getOptionalString('locationTemplate') ??
      '/catalog/:namespace/:kind/:name/handover',
    batchSize,
  };
}

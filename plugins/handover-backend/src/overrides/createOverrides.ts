import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type {
  AuthService,
  DatabaseService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { EntitiesService } from '../entities/EntitiesService';
import type { DomainEventOutbox } from '../events';
import type { AskedOverrideSource } from '../gate/contributors/AskedOverrideSource';
import type { EnvironmentReader } from '../gate/EnvironmentReader';
import type { NotificationOutbox } from '../notifications';
import type { OverridesConfig } from './config';
import { createOverrideSource } from './createOverrideSource';
import { DefaultOverridesService } from './DefaultOverridesService';
import { OverrideNotices } from './OverrideNotices';
import type { OverridesService } from './OverridesService';
import { DatabaseOverrideStore } from './store';

/** Puts overrides together, and schedules their notices and their cleanup. */
export async function createOverrides(options: {
  database: DatabaseService;
  outbox: DomainEventOutbox;
  entities: Pick<EntitiesService, 'observe'>;
  gate: EnvironmentReader;
  environments: Environments;
  auth: AuthService;
  /** Absent if notifications are switched off. */
  notices?: NotificationOutbox;
  events: EventsService;
  scheduler: SchedulerService;
  config: OverridesConfig;
}): Promise<{ overrides: OverridesService; source: AskedOverrideSource }> {
  const { entities, scheduler, config, notices } = options;
  const store = await DatabaseOverrideStore.create(options);
  entities.observe({
    entitiesSeen: async () => {},
    entitiesGone: entityRefs =>
      store.endAll(entityRefs, {
        by: 'plugin:handover',
        note: 'The entity left the catalog.',
      }),
  });
  await scheduler.scheduleTask({
    id: 'handover-overrides-retention',
    scope: 'global',
    frequency: { hours: 6 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: async () => {
      await store.removeBefore(new Date(Date.now() - config.retentionMs));
    },
  });
  if (notices) {
    await OverrideNotices.create({ store, outbox: notices }).start(options);
  }
  return {
    overrides: DefaultOverridesService.create({ ...options, store }),
    source: createOverrideSource(store),
  };
}

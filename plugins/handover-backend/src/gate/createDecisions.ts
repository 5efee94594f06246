import type {
  DatabaseService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { DomainEventOutbox } from '../events';
import { DatabaseDecisionStore, type DecisionStore } from './store';

/** Puts the store of recorded decisions together, and schedules its cleanup. */
export async function createDecisions(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
  outbox: DomainEventOutbox;
  scheduler: SchedulerService;
}): Promise<DecisionStore> {
  const store = await DatabaseDecisionStore.create(options);
  await options.scheduler.scheduleTask({
    id: 'handover-gate-retention',
    scope: 'global',
    frequency: { hours: 6 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: async () => {
      await store.removeOutdated(new Date());
    },
  });
  return store;
}

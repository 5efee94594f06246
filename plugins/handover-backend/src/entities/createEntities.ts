import type {
  AuthService,
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Catalog } from '../backends';
import { CatalogFollower } from './CatalogFollower';
import type { EntitiesConfig } from './config';
import { DefaultEntitiesService } from './DefaultEntitiesService';
import type { EntitiesService } from './EntitiesService';
import { MirrorAge } from './MirrorAge';
import { FollowSchedule } from './FollowSchedule';
import { DatabaseEntityStore } from './store';

/** Puts the mirror together. It follows the catalog once its schedule has started. */
export async function createEntities(options: {
  database: DatabaseService;
  catalog: Catalog;
  auth: AuthService;
  logger: LoggerService;
  config: EntitiesConfig;
  metrics: MetricsService;
}): Promise<{ entities: EntitiesService; schedule: FollowSchedule }> {
  const { logger, config, metrics } = options;
  const store = await DatabaseEntityStore.create(options);
  const entities = DefaultEntitiesService.create({
    store,
    follower: CatalogFollower.create({ ...options, store }),
    age: MirrorAge.create({ store, frequencyMs: config.frequencyMs }),
  });
  metrics
    .createObservableGauge('handover.catalog.age', {
      description: 'Time since the whole catalog was last compared',
      unit: 's',
    })
    .addCallback(async observed => {
      const ageMs = Date.now() - (await store.syncedAt()).getTime();
      observed.observe(Math.max(0, ageMs / 1000));
    });
  return {
    entities,
    schedule: FollowSchedule.create({
      entities,
      logger,
      frequencyMs: config.frequencyMs,
    }),
  };
}

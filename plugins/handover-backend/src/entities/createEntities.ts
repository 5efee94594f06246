import type {
  AuthService,
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Catalog } from '../backends';
import { CatalogFollower } from './CatalogFollower';
import type { EntitiesConfig } from './config';
import { DefaultEntitiesService } from './DefaultEntitiesService';
import type { EntitiesService } from './EntitiesService';
import { FollowSchedule } from './FollowSchedule';
import { DatabaseEntityStore } from './store';

/** Puts the mirror together. It follows the catalog once its schedule has started. */
export async function createEntities(options: {
  database: DatabaseService;
  catalog: Catalog;
  auth: AuthService;
  logger: LoggerService;
  config: EntitiesConfig;
}): Promise<{ entities: EntitiesService; schedule: FollowSchedule }> {
  const { logger, config } = options;
  const store = await DatabaseEntityStore.create(options);
  const entities = DefaultEntitiesService.create({
    store,
    follower: CatalogFollower.create({ ...options, store }),
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

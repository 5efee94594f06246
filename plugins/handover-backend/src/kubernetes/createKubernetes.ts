import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EntitiesService } from '../entities/EntitiesService';
import type { WorkQueue } from '../queue';
import { type KubernetesConfig, maxAgeOf } from './config';
import { DefaultKubernetesFactReader } from './DefaultKubernetesFactReader';
import { KubernetesClient } from './KubernetesClient';
import type { KubernetesFactReader } from './KubernetesFactReader';
import { KubernetesHandler } from './KubernetesHandler';
import { KubernetesWatcher } from './KubernetesWatcher';
import { DatabaseKubernetesStore, type MarkChanged } from './store';

/**
 * Puts the reading of clusters together, and schedules it.
 *
 * @returns nothing unless the configuration enables it.
 */
export async function createKubernetes(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
  queue: WorkQueue;
  entities: Pick<EntitiesService, 'observe'>;
  /** Has entities evaluated again that run something else. */
  markChanged: MarkChanged;
  /** Kinds of entities that can have a handover, in lower case. */
  kinds: readonly string[];
  auth: AuthService;
  discovery: DiscoveryService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  config: KubernetesConfig;
}): Promise<KubernetesFactReader | undefined> {
  const { config, entities } = options;
  if (!config.isEnabled) {
    return undefined;
  }
  const maxAgeMs = maxAgeOf(config);
  const store = await DatabaseKubernetesStore.create({ ...options, maxAgeMs });
  const watcher = KubernetesWatcher.create({
    ...options,
    store,
    handler: KubernetesHandler.create({
      ...options,
      store,
      client: KubernetesClient.create({
        ...options,
        timeoutMs: config.timeoutMs,
      }),
    }),
  });
  entities.observe(watcher);
  await watcher.start(options);
  return DefaultKubernetesFactReader.create({ store, maxAgeMs });
}

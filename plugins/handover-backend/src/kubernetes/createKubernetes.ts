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
import type { ReadingObserver } from './ReadingObserver';
import { DatabaseKubernetesStore, type MarkChanged } from './store';

/** Answers for clusters that nobody reads. */
const OFF: KubernetesFactReader = {
  async readClusters(entityRefs) {
    const missing =
      'clusters are not read: handover.kubernetes.facts.enabled is not true';
    return new Map(entityRefs.map(ref => [ref, { missing }]));
  },
};

/**
 * Puts the reading of clusters together. Nothing is read unless the configuration
 * enables it, and before it is started.
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
}): Promise<{
  facts: KubernetesFactReader;
  /** @param observer - Is told what is read. */
  start(observer: ReadingObserver): Promise<void>;
}> {
  const { config, entities } = options;
  if (!config.isEnabled) {
    return { facts: OFF, start: async () => {} };
  }
  const maxAgeMs = maxAgeOf(config);
  const store = await DatabaseKubernetesStore.create({ ...options, maxAgeMs });
  return {
    facts: DefaultKubernetesFactReader.create({ store, maxAgeMs }),
    async start(observer) {
      const client = KubernetesClient.create({
        ...options,
        timeoutMs: config.timeoutMs,
      });
      const watcher = KubernetesWatcher.create({
        ...options,
        store,
        handler: KubernetesHandler.create({
          ...options,
          store,
          client,
          observer,
        }),
      });
      entities.observe(watcher);
      await watcher.start(options);
    },
  };
}

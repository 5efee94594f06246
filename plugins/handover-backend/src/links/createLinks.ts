import type {
  DatabaseService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { DocumentFactReader } from '../documents/DocumentFactReader';
import type { EntitiesService } from '../entities/EntitiesService';
import type { WorkQueue } from '../queue';
import type { LinksConfig } from './config';
import { DefaultLinkFactReader } from './DefaultLinkFactReader';
import { HostTurns } from './HostTurns';
import { LinkChecker } from './LinkChecker';
import type { LinkFactReader } from './LinkFactReader';
import { LinkHandler } from './LinkHandler';
import { LinkProber } from './LinkProber';
import { DatabaseLinkStore, type MarkChanged } from './store';

/**
 * Puts the check of links together, and schedules it.
 *
 * @returns nothing if the configuration allows no hosts.
 */
export async function createLinks(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
  queue: WorkQueue;
  entities: Pick<EntitiesService, 'observe'>;
  documents: Pick<DocumentFactReader, 'readRevisions' | 'readDocuments'>;
  /** Has entities evaluated again whose links have another state. */
  markChanged: MarkChanged;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  config: LinksConfig;
}): Promise<LinkFactReader | undefined> {
  const { config, entities } = options;
  const { hosts, intervalMs } = config;
  if (hosts.isEmpty) {
    return undefined;
  }
  const store = await DatabaseLinkStore.create(options);
  const checker = LinkChecker.create({
    ...options,
    store,
    handler: LinkHandler.create({
      ...options,
      store,
      prober: LinkProber.create({
        ...config,
        turns: HostTurns.create(config),
      }),
      hosts,
      intervalMs,
    }),
  });
  entities.observe(checker);
  await checker.start(options);
  return DefaultLinkFactReader.create({
    ...options,
    store,
    hosts,
    checkSoon: () => void checker.checkDue(),
  });
}

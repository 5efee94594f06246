import { MAX_DOCUMENT_BYTES } from '@backstage-handover/plugin-handover-common/documents';
import type {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import type { EntitiesService } from '../entities/EntitiesService';
import type { WorkQueue } from '../queue';
import { readDocumentsConfig } from './config';
import type { DocumentChecker } from './createDocumentChecker';
import { createRefreshMetrics, DefaultDocumentRefresher } from './refresh';
import {
  DefaultDocumentReader,
  FileSourceReader,
  readFolders,
  UrlSourceReader,
} from './sources';
import type { DocumentStore } from './store';

/** Puts together what keeps the documents up to date. `start()` sets it going. */
export function createDocumentRefresher(options: {
  store: DocumentStore;
  queue: WorkQueue;
  config: RootConfigService;
  entities: Pick<EntitiesService, 'follow' | 'observe' | 'resolveKey'>;
  urlReader: UrlReaderService;
  metrics: MetricsService;
  logger: LoggerService;
  check: DocumentChecker;
}): DefaultDocumentRefresher {
  const { store, queue, entities, urlReader, logger } = options;
  const config = readDocumentsConfig(options.config);
  const reader = DefaultDocumentReader.create({
    integrations: ScmIntegrations.fromConfig(options.config),
    urls: UrlSourceReader.create({
      urlReader,
      maxBytes: MAX_DOCUMENT_BYTES,
      timeoutMs: config.refresh.timeoutMs,
    }),
    files: FileSourceReader.create({
      folders: readFolders(options.config),
      maxBytes: MAX_DOCUMENT_BYTES,
    }),
    check: options.check,
    logger,
  });
  const metrics = createRefreshMetrics(options.metrics, () =>
    store.countByStatus(),
  );
  return DefaultDocumentRefresher.create({
    store,
    queue,
    reader,
    metrics,
    entities,
    logger,
    config,
  });
}

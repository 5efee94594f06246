import { availableParallelism } from 'node:os';
import {
  MAX_DOCUMENT_BYTES,
  type ParsedHandover,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { checkHandoverDocument } from '@backstage-handover/plugin-handover-common/secrets';
import {
  DeadlineError,
  WorkerPool,
} from '@backstage-handover/plugin-handover-node';
import type { LifecycleService } from '@backstage/backend-plugin-api';
import {
  modulesOfWorker,
  WORKER_CODE,
  type WorkerData,
} from './checking/workerCode';

/**
 * Parses the text of a document and finds everything that is wrong with it.
 * With an entity, it must be about that one.
 */
export type DocumentChecker = (
  text: string,
  options?: { entityRef?: string },
) => Promise<ParsedHandover>;

/** Shorter texts are checked at once, within some milliseconds whatever they say. */
const MAX_AT_ONCE = 8 * 1024;
/** Most time for one document; the largest valid ones take less than a second. */
const DEADLINE_MS = 10_000;
/** Most documents that wait to be checked. */
const MAX_WAITING = 100;
const MAX_MEMORY_MB = 512;
/** Most threads that check documents. */
const MAX_THREADS = 2;

/**
 * Checks everything that a document must fulfil, secrets included. Documents that
 * may take long are checked in other threads, and one that takes too long is not
 * valid.
 */
export function createDocumentChecker(options: {
  /** Schemes that links may have, without colon. */
  linkSchemes: readonly string[];
  /** Those that are configured. */
  environments?: Environments;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  deadlineMs?: number;
}): DocumentChecker {
  const { linkSchemes, environments, lifecycle } = options;
  const data: WorkerData = {
    ...modulesOfWorker(),
    linkSchemes,
    environments: environments?.definitions,
  };
  const pool = WorkerPool.create<{ text: string; entityRef?: string }, string>({
    code: WORKER_CODE,
    data,
    size: Math.max(1, Math.min(availableParallelism() - 1, MAX_THREADS)),
    maxWaiting: MAX_WAITING,
    deadlineMs: options.deadlineMs ?? DEADLINE_MS,
    maxMemoryMb: MAX_MEMORY_MB,
    what: 'checks of documents',
  });
  lifecycle.addShutdownHook(() => pool.stop());

  return async (text, { entityRef } = {}) => {
    // A document that is too large is refused without a look at it.
    if (text.length <= MAX_AT_ONCE || text.length > MAX_DOCUMENT_BYTES) {
      return checkHandoverDocument(text, {
        entityRef,
        linkSchemes,
        environments,
      });
    }
    try {
      return JSON.parse(await pool.run({ text, entityRef }));
    } catch (error) {
      if (!(error instanceof DeadlineError)) {
        throw error;
      }
      return {
        problems: [
          {
            path: '',
            message: `checking the document ${error.message}; make it shorter or simpler`,
            severity: 'error',
          },
        ],
      };
    }
  };
}

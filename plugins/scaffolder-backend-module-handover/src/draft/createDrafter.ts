import type { EnvironmentDefinition } from '@backstage-handover/plugin-handover-common/environments';
import {
  DeadlineError,
  WorkerPool,
} from '@backstage-handover/plugin-handover-node';
import type { LifecycleService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { DRAFT_MODULE, draftFiles } from './draftFiles';
import type { DraftInput } from './draftFiles';
import type { Draft, DraftOptions } from './draftDocument';
import { Effort } from './Effort';

/** Makes a draft without stopping anything else. */
export type Drafter = (input: DraftInput) => Promise<Draft>;

/** Shorter input is drafted from at once, with one effort for all of it. */
const MAX_AT_ONCE = 8 * 1024;
/** Most time for one draft; those of large repositories take some seconds. */
const DEADLINE_MS = 60_000;
/** Most drafts that wait for the thread. */
const MAX_WAITING = 20;
const MAX_MEMORY_MB = 512;

type ThreadData = {
  module: string;
  environmentsModule: string;
  linkSchemes: readonly string[];
  environments?: readonly EnvironmentDefinition[];
};

/**
 * A text, because a file of its own would be found only in some builds. What cannot
 * be drafted from is an answer, and not a failure of the thread.
 */
const THREAD_CODE = `
const { parentPort, workerData } = require('node:worker_threads');
const { draftFiles } = require(workerData.module);
const { Environments } = require(workerData.environmentsModule);
const { linkSchemes } = workerData;
const environments =
  workerData.environments && Environments.create(workerData.environments);
parentPort.on('message', async input => {
  try {
    const draft = await draftFiles(JSON.parse(input), { linkSchemes, environments });
    parentPort.postMessage({ value: JSON.stringify({ draft }) });
  } catch (error) {
    parentPort.postMessage(
      error.name === 'InputError'
        ? { value: JSON.stringify({ refusal: error.message }) }
        : { error: String(error) },
    );
  }
});
parentPort.postMessage('ready');
`;

/**
 * Drafts from files in a thread of its own: they are whatever somebody has put
 * into a repository. A draft that takes too long is given up.
 */
export function createDrafter(
  options: DraftOptions & {
    lifecycle?: Pick<LifecycleService, 'addShutdownHook'>;
    deadlineMs?: number;
  },
): Drafter {
  const { linkSchemes, environments, deadlineMs = DEADLINE_MS } = options;
  const data: ThreadData = {
    module: DRAFT_MODULE,
    environmentsModule: require.resolve(
      '@backstage-handover/plugin-handover-common/environments',
    ),
    linkSchemes,
    environments: environments?.definitions,
  };
  // An idle thread does not keep the process from ending.
  const pool = WorkerPool.create<string, string>({
    code: THREAD_CODE,
    data,
    size: 1,
    maxWaiting: MAX_WAITING,
    deadlineMs,
    maxMemoryMb: MAX_MEMORY_MB,
    what: 'drafts of handovers',
  });
  options.lifecycle?.addShutdownHook(() => pool.stop());
  return async input => {
    const json = JSON.stringify(input);
    if (json.length <= MAX_AT_ONCE) {
      const effort = Effort.create();
      return draftFiles(input, { linkSchemes, environments, effort });
    }
    const answer = await pool.run(json).catch((error: Error) => {
      throw error instanceof DeadlineError
        ? new InputError(
            `Drafting from ${input.files.length} files ${error.message}. Choose a smaller folder with 'sourcePath'`,
          )
        : error;
    });
    const { draft, refusal } = JSON.parse(answer);
    if (refusal !== undefined) {
      throw new InputError(refusal);
    }
    return draft;
  };
}

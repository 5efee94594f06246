import type { EnvironmentDefinition } from '@backstage-handover/plugin-handover-common/environments';

/** What a worker begins with. */
export type WorkerData = {
  /** Files of the modules that it loads. */
  secrets: string;
  environmentsModule: string;
  linkSchemes: readonly string[];
  /** The configured environments. The default is the built-in ones. */
  environments?: readonly EnvironmentDefinition[];
};

/** The modules are found from here: a worker that runs a text has no folder. */
export function modulesOfWorker(): Pick<
  WorkerData,
  'secrets' | 'environmentsModule'
> {
  return {
    secrets: require.resolve(
      '@backstage-handover/plugin-handover-common/secrets',
    ),
    environmentsModule: require.resolve(
      '@backstage-handover/plugin-handover-common/environments',
    ),
  };
}

/**
 * A text, because a file of its own would be found only in some builds. It answers
 * with JSON, which is sent much faster than a tree of objects.
 */
export const WORKER_CODE = `
const { parentPort, workerData } = require('node:worker_threads');
const { checkHandoverDocument } = require(workerData.secrets);
const { Environments } = require(workerData.environmentsModule);
const { linkSchemes } = workerData;
const environments =
  workerData.environments && Environments.create(workerData.environments);
parentPort.on('message', async ({ text, entityRef }) => {
  try {
    const options = { entityRef, linkSchemes, environments };
    const parsed = await checkHandoverDocument(text, options);
    parentPort.postMessage({ value: JSON.stringify(parsed) });
  } catch (error) {
    parentPort.postMessage({ error: String(error) });
  }
});
parentPort.postMessage('ready');
`;

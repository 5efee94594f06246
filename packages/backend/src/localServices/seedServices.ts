import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, toError } from '@backstage/errors';
import path from 'node:path';
import { createRepository } from './createRepository';
import { exists, serviceFolder } from './serviceFolder';

/**
 * Copies example services to the folder, each as a Git repository with the name of
 * its folder, unless one is there. A portal without an example still starts.
 */
export async function seedServices(options: {
  folder: string;
  /** What is copied, absolute. */
  seed: readonly string[];
  logger: LoggerService;
}): Promise<void> {
  const { folder, seed, logger } = options;
  for (const from of seed) {
    const name = path.basename(from);
    try {
      if (!(await exists(serviceFolder(folder, name)))) {
        await createRepository({
          folder,
          name,
          from,
          message: 'Create the service',
        });
        logger.info(`Copied the example service '${name}' to ${folder}`);
      }
    } catch (error) {
      if (error instanceof ConflictError) {
        // Another process copied it in the meantime.
        continue;
      }
      logger.warn(
        `The example service ${from} could not be copied to ${folder}`,
        toError(error),
      );
    }
  }
}

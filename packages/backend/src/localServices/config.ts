import type { Config } from '@backstage/config';
import path from 'node:path';

/**
 * The folder that new services are published to, absolute; undefined where the
 * portal is not to have one. A relative one counts from the working directory,
 * as the catalog's file locations do.
 */
export function readLocalServicesFolder(config: Config): string | undefined {
  const folder = config.getOptionalString('localServices.folder');
  return folder === undefined ? undefined : path.resolve(folder);
}

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

/** Folders of example services that are copied to that folder, absolute. */
export function readSeed(config: Config): string[] {
  return (config.getOptionalStringArray('localServices.seed') ?? []).map(each =>
    path.resolve(each),
  );
}

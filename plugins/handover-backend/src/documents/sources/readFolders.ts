import type { Config } from '@backstage/config';
import path from 'node:path';

/**
 * The folders that documents of `file:` locations may be read from: those in
 * `handover.documents.folders`, or else those of the files that the catalog
 * itself is configured to read. Absolute; relative ones count from the working
 * directory, as in the catalog.
 */
export function readFolders(config: Config): string[] {
  const folders = config.getOptionalStringArray('handover.documents.folders');
  if (folders) {
    return folders.map(folder => path.resolve(folder));
  }
  const locations = config.getOptionalConfigArray('catalog.locations') ?? [];
  return locations
    .filter(location => location.getOptionalString('type') === 'file')
    .map(location => {
      const target = location.getString('target');
      // A target may be a pattern: what comes before it is fixed.
      const [fixed] = target.split(/[*?[{]/, 1);
      return path.resolve(
        fixed === target || !fixed.endsWith('/') ? path.dirname(fixed) : fixed,
      );
    });
}

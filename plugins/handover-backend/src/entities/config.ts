import type { Config } from '@backstage/config';
import { readInteger, readMs } from '../configValues';

/** How the catalog is mirrored. */
export type EntitiesConfig = {
  /** Kinds that are mirrored, in lower case. */
  kinds: string[];
  /** How often the catalog is compared with the mirror, in milliseconds. */
  frequencyMs: number;
  /** Entities in one request to the catalog. */
  batchSize: number;
};

/** Scopes and owners are resolved through these, whatever has a handover. */
const ALWAYS = ['group', 'system', 'domain'];

/**
 * Reads and checks `handover.documents.catalog`.
 *
 * @param options.kinds - kinds that can have a handover, in lower case
 */
export function readEntitiesConfig(
  config: Config,
  options: { kinds: string[] },
): EntitiesConfig {
  const key = (name: string) => `handover.documents.catalog.${name}`;
  return {
    kinds: [...new Set([...options.kinds, ...ALWAYS])],
    frequencyMs: readMs(config, key('frequency'), 60_000),
    batchSize: readInteger(config, key('batchSize'), 500, 1000),
  };
}

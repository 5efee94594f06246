import type { Config } from '@backstage/config';

/** Where the definitions of a kind are. */
export type DefinitionsConfig = {
  /** Those in the configuration itself, as they are written. */
  definitions: unknown[];
  /** Addresses that `urlReader` reads. */
  locations: string[];
};

/**
 * Reads the keys below `key` that say where definitions are.
 *
 * @throws Error that names the key.
 */
export function readDefinitionsConfig(
  config: Config,
  key: string,
): DefinitionsConfig {
  const definitions = config.getOptional(`${key}.definitions`) ?? [];
  if (!Array.isArray(definitions)) {
    throw new Error(`Invalid type at '${key}.definitions': must be a list`);
  }
  return {
    definitions,
    locations: [
      ...new Set(config.getOptionalStringArray(`${key}.locations`) ?? []),
    ],
  };
}

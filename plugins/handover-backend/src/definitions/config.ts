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
 * @param options.file - For messages: `calendar.yaml`.
 * @throws Error that names the key.
 */
export function readDefinitionsConfig(
  config: Config,
  { key, file }: { key: string; file: string },
): DefinitionsConfig {
  const definitions = config.getOptional(`${key}.definitions`) ?? [];
  if (!Array.isArray(definitions)) {
    throw new Error(`Invalid type at '${key}.definitions': must be a list`);
  }
  const locations = config.getOptionalStringArray(`${key}.locations`) ?? [];
  locations.forEach((location, index) => {
    if (!URL.canParse(location)) {
      throw new Error(
        `Invalid value at '${key}.locations[${index}]': must be an address such as https://git.example.com/${file}`,
      );
    }
    const { username, password } = new URL(location);
    if (username || password) {
      throw new Error(
        `Invalid value at '${key}.locations[${index}]': must have no user or password, because everyone who is signed in can see it. Use 'integrations' instead`,
      );
    }
  });
  return { definitions, locations: [...new Set(locations)] };
}

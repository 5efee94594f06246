import type { Problem } from '@backstage-handover/plugin-handover-common';

/** A definition that is in force, such as a scorecard. */
export type StoredDefinition<T> = {
  /** Unique among those of its kind. */
  name: string;
  /** Digest of the definition. */
  version: string;
  /** As it is written. */
  definition: T;
};

/** A place that definitions are read from. Times are RFC 3339. */
export type DefinitionLocation = {
  location: string;
  problems: Problem[];
  /** When it could last be used. Absent if never. */
  readAt?: string;
  failingSince?: string;
  checkedAt: string;
};

/** The result of reading a location. Without definitions, it keeps those that it had. */
export type Reading<T> = {
  problems: Problem[];
  definitions?: readonly StoredDefinition<T>[];
};

/** A location has a definition whose name another origin uses. */
export class NameTakenError extends Error {
  name = 'NameTakenError';

  constructor(readonly taken: { name: string; origin: string }) {
    super(`'${taken.name}' is already defined at '${taken.origin}'`);
  }
}

/** Keeps the definitions of one kind. */
export interface DefinitionStore<T> {
  /** Those in force, in the order of screens, with where they are from. */
  list(): Promise<(StoredDefinition<T> & { origin: string })[]>;

  /**
   * Makes these the definitions of an origin; others of it end. They replace
   * definitions of other origins that have the same names.
   *
   * @returns whether anything changed.
   */
  replace(
    origin: string,
    definitions: readonly StoredDefinition<T>[],
  ): Promise<boolean>;

  /**
   * Ends the definitions of all other origins, and forgets these.
   *
   * @returns whether definitions changed.
   */
  keepOrigins(origins: readonly string[]): Promise<boolean>;

  /**
   * Records the result of reading a location, together with its definitions.
   *
   * @returns whether definitions changed.
   * @throws NameTakenError if another origin uses one of the names. Nothing is
   *   recorded then.
   */
  recordReading(location: string, reading: Reading<T>): Promise<boolean>;

  /** Those that were read or tried, by location. */
  listLocations(): Promise<DefinitionLocation[]>;
}

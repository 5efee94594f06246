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

/** What reading a location came to. Without definitions, it keeps those that it had. */
export type Reading<T> = {
  problems: Problem[];
  definitions?: readonly StoredDefinition<T>[];
};

/** Keeps the definitions of one kind. */
export interface DefinitionStore<T> {
  /** Those in force, in the order of screens, with where they are from. */
  list(): Promise<(StoredDefinition<T> & { origin: string })[]>;

  /**
   * Makes these the definitions of an origin; others of it end.
   *
   * @returns whether anything changed.
   */
  replace(
    origin: string,
    definitions: readonly StoredDefinition<T>[],
  ): Promise<boolean>;

  /**
   * Ends the definitions of all other origins.
   *
   * @returns whether anything changed.
   */
  keepOrigins(origins: readonly string[]): Promise<boolean>;

  /**
   * Records what reading a location came to, together with its definitions.
   *
   * @returns whether definitions changed.
   */
  recordReading(location: string, reading: Reading<T>): Promise<boolean>;

  /** Those that were read or tried, by location. */
  listLocations(): Promise<DefinitionLocation[]>;
}

import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { insertRows } from '../../insertRows';
import { migratedClient } from '../../migratedClient';
import {
  type DefinitionLocation,
  type DefinitionStore,
  NameTakenError,
  type Reading,
  type StoredDefinition,
} from './DefinitionStore';

/** A point in time: SQLite gives milliseconds, PostgreSQL dates. */
type DbTime = Date | number | string;

type DefinitionRow = {
  name: string;
  version: string;
  definition: string;
  origin: string;
  position: number;
  loaded_at: DbTime;
};

type LocationRow = {
  location: string;
  problems: string;
  read_at: DbTime | null;
  failing_since: DbTime | null;
  checked_at: DbTime;
};

type Options = {
  db: Knex;
  /** The tables of the kind. */
  tables: { definitions: string; locations: string };
  /** Removes what belongs to definitions that end. */
  onEnded: (tx: Knex.Transaction, names: readonly string[]) => Promise<void>;
  /**
   * Called in each transaction that changes definitions or the state of a
   * location. That a location was read again without a change is none.
   */
  onChanged: (tx: Knex.Transaction) => Promise<void>;
  now: () => Date;
};

/** Keeps definitions in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseDefinitionStore<T> implements DefinitionStore<T> {
  readonly #db: Knex;
  readonly #tables: Options['tables'];
  readonly #onEnded: Options['onEnded'];
  readonly #onChanged: Options['onChanged'];
  readonly #now: () => Date;

  /** @param options.now - The clock, of the system unless given. */
  static async create<T>(
    options: { database: DatabaseService } & Pick<Options, 'tables'> &
      Partial<Pick<Options, 'onEnded' | 'onChanged' | 'now'>>,
  ): Promise<DatabaseDefinitionStore<T>> {
    const nothing = async () => {};
    return new DatabaseDefinitionStore<T>({
      onEnded: nothing,
      onChanged: nothing,
      now: () => new Date(),
      ...options,
      db: await migratedClient(options.database),
    });
  }

  private constructor(options: Options) {
    this.#db = options.db;
    this.#tables = options.tables;
    this.#onEnded = options.onEnded;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  async list(): Promise<(StoredDefinition<T> & { origin: string })[]> {
    const rows = await this.#db<DefinitionRow>(this.#tables.definitions)
      .orderBy(['origin', 'position', 'name'])
      .select('name', 'version', 'definition', 'origin');
    return rows.map(({ definition, ...row }) => ({
      ...row,
      definition: JSON.parse(definition),
    }));
  }

  async replace(
    origin: string,
    definitions: readonly StoredDefinition<T>[],
  ): Promise<boolean> {
    return this.#db.transaction(async tx => {
      const { changed, rows } = await this.#change(tx, origin, definitions);
      await insertRows(tx, this.#tables.definitions, rows, {
        replaceOn: ['name'],
      });
      if (changed) {
        await this.#onChanged(tx);
      }
      return changed;
    });
  }

  async keepOrigins(origins: readonly string[]): Promise<boolean> {
    return this.#db.transaction(async tx => {
      // Locations first, as in recordReading: the other order could deadlock.
      const forgotten = await tx<LocationRow>(this.#tables.locations)
        .whereNotIn('location', origins)
        .delete();
      const names: string[] = await tx<DefinitionRow>(this.#tables.definitions)
        .whereNotIn('origin', origins)
        .orderBy('name')
        .forUpdate()
        .pluck('name');
      await this.#end(tx, names, others =>
        others.whereNotIn('origin', origins),
      );
      if (names.length > 0 || forgotten > 0) {
        await this.#onChanged(tx);
      }
      return names.length > 0;
    });
  }

  async recordReading(location: string, reading: Reading<T>): Promise<boolean> {
    const { problems, definitions } = reading;
    const now = this.#now();
    return this.#db.transaction(async tx => {
      const before = await tx<LocationRow>(this.#tables.locations)
        .where({ location })
        .forUpdate()
        .first();
      const after: LocationRow = {
        location,
        problems: JSON.stringify(problems),
        read_at: definitions ? now : before?.read_at ?? null,
        failing_since: definitions ? null : before?.failing_since ?? now,
        checked_at: now,
      };
      await tx<LocationRow>(this.#tables.locations)
        .insert(after)
        .onConflict('location')
        .merge();
      // In one transaction: a location never looks read without its definitions.
      const changed = definitions
        ? await this.#replaceOwn(tx, location, definitions)
        : false;
      if (changed || stateOf(before) !== stateOf(after)) {
        await this.#onChanged(tx);
      }
      return changed;
    });
  }

  async listLocations(): Promise<DefinitionLocation[]> {
    const rows = await this.#db<LocationRow>(this.#tables.locations)
      .orderBy('location')
      .select();
    return rows.map(row => ({
      location: row.location,
      problems: JSON.parse(row.problems),
      ...(row.read_at !== null && { readAt: toIso(row.read_at) }),
      ...(row.failing_since !== null && {
        failingSince: toIso(row.failing_since),
      }),
      checkedAt: toIso(row.checked_at),
    }));
  }

  /** @throws NameTakenError if another origin uses one of the names. */
  async #replaceOwn(
    tx: Knex.Transaction,
    origin: string,
    definitions: readonly StoredDefinition<T>[],
  ): Promise<boolean> {
    const table = this.#tables.definitions;
    const { changed, rows } = await this.#change(tx, origin, definitions);
    await tx<DefinitionRow>(table)
      .where({ origin })
      .whereIn('name', namesOf(rows))
      .delete();
    // Waits for a transaction that inserts the same name, whose row then stays.
    await insertRows(tx, table, rows, { ignoreOn: ['name'] });
    const taken = await tx<DefinitionRow>(table)
      .whereIn('name', namesOf(definitions))
      .whereNot({ origin })
      .first('name', 'origin');
    if (taken) {
      throw new NameTakenError(taken);
    }
    return changed;
  }

  /** Ends what an origin has no more, and returns the rows that are to be written. */
  async #change(
    tx: Knex.Transaction,
    origin: string,
    definitions: readonly StoredDefinition<T>[],
  ): Promise<{ changed: boolean; rows: DefinitionRow[] }> {
    const table = this.#tables.definitions;
    const stored = await tx<DefinitionRow>(table)
      .where({ origin })
      .orderBy('name')
      .forUpdate()
      .select();
    const before = new Map(stored.map(row => [row.name, row]));
    const rows = definitions
      .map(({ name, version, definition }, position) => ({
        name,
        version,
        definition: JSON.stringify(definition),
        origin,
        position,
        loaded_at: this.#now(),
      }))
      .filter(({ name, version, position }) => {
        const row = before.get(name);
        before.delete(name);
        return row?.version !== version || row.position !== position;
      });
    await this.#end(tx, [...before.keys()], own => own.where({ origin }));
    return { changed: rows.length > 0 || before.size > 0, rows };
  }

  /** Only of these origins: another one can use a name by now, and keeps it. */
  async #end(
    tx: Knex.Transaction,
    names: readonly string[],
    ofOrigins: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<void> {
    if (names.length === 0) {
      return;
    }
    await ofOrigins(tx(this.#tables.definitions))
      .whereIn('name', names)
      .delete();
    await this.#onEnded(tx, names);
  }
}

function namesOf(definitions: readonly { name: string }[]): string[] {
  return definitions.map(({ name }) => name);
}

/** Everything about a location that matters before the next reading. */
function stateOf(row: LocationRow | undefined): string {
  return JSON.stringify([
    row?.problems,
    (row?.read_at ?? null) !== null,
    (row?.failing_since ?? null) !== null,
  ]);
}

function toIso(value: DbTime): string {
  return new Date(value).toISOString();
}

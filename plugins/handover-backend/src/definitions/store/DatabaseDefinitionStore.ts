import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { insertRows } from '../../insertRows';
import { migratedClient } from '../../migratedClient';
import type {
  DefinitionLocation,
  DefinitionStore,
  Reading,
  StoredDefinition,
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
  /** Called in each transaction that changes definitions or a location. */
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
      const changed = await this.#replace(tx, origin, definitions);
      if (changed) {
        await this.#onChanged(tx);
      }
      return changed;
    });
  }

  async keepOrigins(origins: readonly string[]): Promise<boolean> {
    return this.#db.transaction(async tx => {
      const names = await tx<DefinitionRow>(this.#tables.definitions)
        .whereNotIn('origin', origins)
        .pluck('name');
      await this.#end(tx, names);
      const forgotten = await tx<LocationRow>(this.#tables.locations)
        .whereNotIn('location', origins)
        .delete();
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
        .first('failing_since', 'read_at');
      await tx<LocationRow>(this.#tables.locations)
        .insert({
          location,
          problems: JSON.stringify(problems),
          read_at: definitions ? now : before?.read_at ?? null,
          failing_since: definitions ? null : before?.failing_since ?? now,
          checked_at: now,
        })
        .onConflict('location')
        .merge();
      // In one transaction: nobody sees a location that was read without what
      // it has.
      const changed = definitions
        ? await this.#replace(tx, location, definitions)
        : false;
      await this.#onChanged(tx);
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

  async #replace(
    tx: Knex.Transaction,
    origin: string,
    definitions: readonly StoredDefinition<T>[],
  ): Promise<boolean> {
    const table = this.#tables.definitions;
    const rows = await tx<DefinitionRow>(table)
      .where({ origin })
      .orderBy('name')
      .forUpdate()
      .select();
    const before = new Map(rows.map(row => [row.name, row]));
    const changed = definitions
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
    await insertRows(tx, table, changed, { replaceOn: ['name'] });
    await this.#end(tx, [...before.keys()]);
    return changed.length > 0 || before.size > 0;
  }

  async #end(tx: Knex.Transaction, names: readonly string[]): Promise<void> {
    if (names.length === 0) {
      return;
    }
    await tx(this.#tables.definitions).whereIn('name', names).delete();
    await this.#onEnded(tx, names);
  }
}

function toIso(value: DbTime): string {
  return new Date(value).toISOString();
}

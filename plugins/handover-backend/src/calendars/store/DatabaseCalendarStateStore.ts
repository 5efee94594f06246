import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  type ScopedEntityRow,
  selectScopedEntity,
  toScopedEntity,
} from '../../entities/sql';
import { migratedClient } from '../../migratedClient';
import type { CalendarState, CalendarStateStore } from './CalendarStateStore';

type Row = ScopedEntityRow & { generation: number | null };

/** Reads from the plugin's database, SQLite or PostgreSQL. */
export class DatabaseCalendarStateStore implements CalendarStateStore {
  readonly #db: Knex;

  static async create(options: {
    database: DatabaseService;
  }): Promise<CalendarStateStore> {
    return new DatabaseCalendarStateStore(
      await migratedClient(options.database),
    );
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async read(entityRef: string): Promise<CalendarState> {
    const rows: Row[] = await this.#db('calendar_state as c')
      // Always one row or more, also about an entity that is not known.
      .joinRaw('left join (?) as parts on 1 = 1', [
        selectScopedEntity(this.#db, entityRef),
      ])
      .select('c.generation', 'parts.*');
    const generation = rows[0]?.generation;
    if (generation === undefined || generation === null) {
      throw new Error('The table calendar_state has no row');
    }
    return { generation, entity: toScopedEntity(entityRef, rows) };
  }
}

/** Makes every process read the calendars again. */
export async function raiseGeneration(tx: Knex.Transaction): Promise<void> {
  await tx('calendar_state').increment('generation', 1);
}

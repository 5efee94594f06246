import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';

/** What a decision reads in one statement. */
export type CalendarState = {
  /** Rises whenever a calendar or the state of a location changes. */
  generation: number;
  /** Absent if it isn't in the mirror of the catalog. */
  entity?: ScopedEntity;
};

/** Reads the state that decisions depend on. */
export interface CalendarStateStore {
  /** In one statement. Every group above an owner of the entity is an owner too. */
  read(entityRef: string): Promise<CalendarState>;
}

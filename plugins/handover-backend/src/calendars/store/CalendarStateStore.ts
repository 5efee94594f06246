import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';

/** What one statement says for a decision. */
export type CalendarState = {
  /** Rises whenever a calendar or the state of a location changes. */
  generation: number;
  /** Absent if the mirror of the catalog does not know it. */
  entity?: ScopedEntity;
};

/** What a decision asks the database about company calendars. */
export interface CalendarStateStore {
  /** In one statement. Every group above an owner of the entity is an owner too. */
  read(entityRef: string): Promise<CalendarState>;
}

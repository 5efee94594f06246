import type { Calendar } from '@backstage-handover/plugin-handover-common';
import type {
  CalendarRequest,
  CalendarSource,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';

/** A request to a calendar source. The entity is fetched only if it is needed. */
export type CalendarQuestion = Omit<CalendarRequest, 'entity'> & {
  getEntity: () => Promise<Entity>;
};

/** A calendar source as the gate asks it, built in or of a module. */
export interface AskedCalendarSource
  extends Pick<CalendarSource, 'id' | 'title'> {
  getCalendars(question: CalendarQuestion): Promise<unknown>;

  /**
   * Checks what it returned.
   *
   * @throws NonsenseError about what is wrong.
   */
  check(value: unknown): Calendar[];
}

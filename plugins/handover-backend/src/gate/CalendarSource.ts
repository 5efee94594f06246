import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import type { Calendar } from '@backstage-handover/plugin-handover-common/gate';

/** The entity that the gate is asked about. */
export type GateSubject = {
  /** Full reference in lower case. */
  entityRef: string;
  /** The present state of its handover. */
  state: DocumentState;
};

/**
 * Gives the calendars that apply to an entity. A calendar that should apply but
 * cannot be read is given with its `error`, which makes the verdict `unknown`;
 * a source that throws fails the request.
 */
export interface CalendarSource {
  getCalendars(subject: GateSubject): Promise<Calendar[]>;
}

import type {
  Calendar,
  DocumentState,
} from '@backstage-handover/plugin-handover-common';
import type { GateSubject } from './GateSubject';

/**
 * A request to a calendar source.
 *
 * @public
 */
export type CalendarRequest = GateSubject & {
  /** The state of the entity's handover. */
  state: DocumentState;
  /** RFC 3339. You can leave out windows without an occurrence in `[from, to)`. */
  range: { from: string; to: string };
};

/**
 * Returns the calendars that apply to an entity, such as those of its
 * organization, domain or system.
 *
 * The gate isolates every source. One that throws, takes longer than
 * `handover.gate.timeout` or returns something invalid makes the verdict
 * `unknown` unless a window of another calendar closes the gate. The message of
 * an error is logged and never shown.
 *
 * @public
 */
export interface CalendarSource {
  /** Lowercase words with dashes, for example `company-calendars`. */
  readonly id: string;
  /** Display name, for example `Company calendars`. */
  readonly title: string;

  /**
   * Returns the calendars that apply to the entity: at most 100, with 500 windows
   * in all, and with ids that no other source uses. A calendar that applies but
   * cannot be read is returned with an `error`, which is shown: it must not
   * contain credentials.
   */
  getCalendars(request: CalendarRequest): Promise<Calendar[]>;
}

import type {
  Calendar,
  DocumentState,
} from '@backstage-handover/plugin-handover-common';
import type { GateSubject } from './GateSubject';

/**
 * What is asked of a calendar source.
 *
 * @public
 */
export type CalendarRequest = GateSubject & {
  /** The state of the entity's handover. */
  state: DocumentState;
  /**
   * RFC 3339. Windows without an occurrence in `[from, to)` may be left out;
   * there is no need to.
   */
  range: { from: string; to: string };
};

/**
 * Gives calendars that apply to an entity: those of its organization, domain or
 * system, from wherever they are kept.
 *
 * The gate isolates every source. One that throws, takes longer than
 * `handover.gate.timeout` or gives something invalid makes the verdict `unknown`
 * unless a window of another calendar closes the gate. The message of an error
 * is logged and never shown.
 *
 * @public
 */
export interface CalendarSource {
  /** Lower case words with dashes, for example `company-calendars`. */
  readonly id: string;
  /** For people: `Company calendars`. */
  readonly title: string;

  /**
   * Returns the calendars that apply to the entity: at most 100, with 500 windows
   * in all, and with ids that no other source uses. A calendar that applies but
   * cannot be read is returned with an `error`, which is shown: it must not
   * contain credentials.
   */
  getCalendars(request: CalendarRequest): Promise<Calendar[]>;
}

import type { Calendar } from '@backstage-handover/plugin-handover-common';
import type { CalendarRequest } from '@backstage-handover/plugin-handover-node';
import { handoverLink } from '../handoverLink';

/**
 * The windows in an entity's own handover: those of the revision in view, which
 * is the last good one. An entity without a handover, or whose handover has no
 * windows, has no calendar.
 */
export class EntityCalendarSource {
  readonly #appBaseUrl: string | undefined;

  static create(options: {
    /** Base URL of the portal, for links to the handover. */
    appBaseUrl?: string;
  }): EntityCalendarSource {
    return new EntityCalendarSource(options);
  }

  private constructor(options: { appBaseUrl?: string }) {
    this.#appBaseUrl = options.appBaseUrl;
  }

  async getCalendars({
    entityRef,
    state,
  }: Pick<CalendarRequest, 'entityRef' | 'state'>): Promise<Calendar[]> {
    const about = {
      id: entityRef,
      title: `Handover of ${entityRef}`,
      level: 'entity' as const,
      version: String(state.revision?.number ?? 0),
      link: handoverLink(entityRef, {
        appBaseUrl: this.#appBaseUrl,
        part: 'windows',
      }),
    };

    if (state.document) {
      const windows = state.document.windows?.items;
      return windows ? [{ ...about, windows }] : [];
    }
    if (state.status === 'invalid' || state.status === 'unreachable') {
      const [problem] = state.problems;
      return [
        {
          ...about,
          error: `The handover is ${state.status} and has no good revision${
            problem ? `: ${problem.message}` : ''
          }`,
        },
      ];
    }
    return [];
  }
}

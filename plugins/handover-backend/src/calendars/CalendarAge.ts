import type { CompanyCalendarStatus } from '@backstage-handover/plugin-handover-common';
import type { DefinitionLocation } from '../definitions';

/** The clocks of replicas differ by less. */
const MAX_SKEW_MS = 5 * 60_000;

/** Decides whether the last good content of a location can still be used. */
export class CalendarAge {
  readonly #maxAgeMs: number;
  readonly #now: () => number;

  static create(options: {
    maxAgeMs: number;
    now?: () => number;
  }): CalendarAge {
    return new CalendarAge(options);
  }

  private constructor(options: { maxAgeMs: number; now?: () => number }) {
    this.#maxAgeMs = options.maxAgeMs;
    this.#now = options.now ?? (() => Date.now());
  }

  /** @param source - Where a calendar is read from; undefined for the configuration. */
  statusOf(
    source: DefinitionLocation | undefined,
  ): Exclude<CompanyCalendarStatus, 'invalid'> {
    if (!source) {
      return 'current';
    }
    const readAt =
      source.readAt === undefined ? NaN : Date.parse(source.readAt);
    const age = this.#now() - readAt;
    // What was read in the future is of unknown age.
    if (!(age >= -MAX_SKEW_MS && age <= this.#maxAgeMs)) {
      return 'expired';
    }
    return source.failingSince === undefined ? 'current' : 'outdated';
  }

  /** Why a calendar cannot be used any more. */
  whyExpired({ readAt, problems: [problem] }: DefinitionLocation): string {
    const detail = problem?.severity === 'error' ? `: ${problem.message}` : '';
    if (readAt === undefined) {
      return `It is not known when it was last read${detail}`;
    }
    return `It was last read at ${readAt}, which is ${
      Date.parse(readAt) > this.#now() ? 'in the future' : 'too long ago'
    }${detail}`;
  }
}

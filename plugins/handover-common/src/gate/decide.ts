import { ScheduleError, compileSchedule } from './compile';
import type { CompiledSchedule } from './compiled';
import { matchesGlob } from './glob';
import { parseInstant } from './instant';
import { DAY } from './localTime';
import { appliesTo, sortedCalendars, sortedWindows } from './relevance';
import {
  type CalendarReason,
  type GateReason,
  type WindowReason,
  unknownKind,
} from './reasons';
import type { HandoverWindow } from './schema';
import type { Calendar, DecideInput, GateDecision, Verdict } from './types';
import { formatInstant } from './zone';

/**
 * How far ahead `until`, `nextOpen` and the next occurrence of a window are
 * looked for.
 *
 * @alpha
 */
export const DECISION_HORIZON_DAYS = 732;

type RelevantWindow = {
  window: HandoverWindow;
  calendar: Calendar;
  schedule: CompiledSchedule;
};

/** What decides the verdict at every instant. */
type Situation = {
  denies: CompiledSchedule[];
  allows: CompiledSchedule[];
  /** Some calendar or window could not be read. */
  incomplete: boolean;
  /** Where no allow window applies. */
  fallback: 'open' | 'closed';
};

/**
 * May an entity be changed in an environment at an instant?
 *
 * `calendars` are those that apply to the entity; their windows are narrowed to
 * the environment and the kind of change here. An active deny window closes
 * the gate. If any allow window applies, one must be active. If none applies,
 * the default of the environment decides. A calendar or window that cannot be
 * read makes the verdict `unknown`, except while a deny window is active: no
 * calendar could open the gate then.
 *
 * Pure: the same inputs, with calendars and windows in any order, give the same
 * bytes. Throws an InputError if `at` is no RFC 3339 instant in the years 1970
 * to 2199.
 *
 * @alpha
 */
export function decide(input: DecideInput): GateDecision {
  const at = parseInstant('at', input.at);
  const change = input.change ?? 'deploy';
  const { environment } = input;
  const calendars = sortedCalendars(input.calendars);
  const windows: RelevantWindow[] = [];
  const unreadable: CalendarReason[] = [];
  for (const calendar of calendars) {
    if ('error' in calendar) {
      unreadable.push(unreadableCalendar(calendar, calendar.error));
      continue;
    }
    for (const window of sortedWindows(calendar.windows)) {
      if (appliesTo(window, environment, change)) {
        try {
          const schedule = compileSchedule(window.schedule);
          windows.push({ window, calendar, schedule });
        } catch (error) {
          if (!(error instanceof ScheduleError)) {
            throw error;
          }
          unreadable.push(unreadableWindow(window, calendar, error));
        }
      }
    }
  }
  const situation: Situation = {
    denies: windows
      .filter(({ window }) => window.effect === 'deny')
      .map(({ schedule }) => schedule),
    allows: windows
      .filter(({ window }) => window.effect === 'allow')
      .map(({ schedule }) => schedule),
    incomplete: unreadable.length > 0,
    fallback: defaultFor(environment, input.defaults),
  };
  const horizon = at + DECISION_HORIZON_DAYS * DAY;
  const verdict = verdictAt(situation, at);
  const until = nextChange(situation, at, horizon);
  const nextOpen = nextOpening(situation, at, horizon);
  const reasons: GateReason[] = [
    ...unreadable,
    ...windows.map(relevant => windowReason(relevant, at, horizon)),
  ];
  if (situation.allows.length === 0 && !situation.incomplete) {
    reasons.push({
      kind: 'default',
      verdict: situation.fallback,
      title: `No allow window applies to ${environment}`,
    });
  }
  return {
    verdict,
    environment,
    change,
    at: formatInstant(at),
    ...(until !== undefined && { until: formatInstant(until) }),
    ...(nextOpen !== undefined && { nextOpen: formatInstant(nextOpen) }),
    reasons: reasons.sort(byRank),
    ...(input.revision !== undefined && { revision: input.revision }),
    calendars: calendars.map(({ id, version }) => ({ id, version })),
  };
}

function verdictAt(situation: Situation, instant: number): Verdict {
  const active = (schedule: CompiledSchedule) => schedule.isActive(instant);
  if (situation.denies.some(active)) {
    return 'closed';
  }
  if (situation.incomplete) {
    return 'unknown';
  }
  if (situation.allows.length > 0) {
    return situation.allows.some(active) ? 'open' : 'closed';
  }
  return situation.fallback;
}

/** The first instant after `instant` and before `horizon` with another verdict. */
function nextChange(
  situation: Situation,
  instant: number,
  horizon: number,
): number | undefined {
  const verdict = verdictAt(situation, instant);
  let now: number | undefined = instant;
  do {
    now = nextCandidate(situation, now, horizon);
  } while (now !== undefined && verdictAt(situation, now) === verdict);
  return now;
}

function nextOpening(
  situation: Situation,
  instant: number,
  horizon: number,
): number | undefined {
  let now: number | undefined = instant;
  while (now !== undefined && verdictAt(situation, now) !== 'open') {
    now = nextCandidate(situation, now, horizon);
  }
  return now;
}

/**
 * The first later instant at which the verdict could be another one than now.
 * Boundaries that cannot matter are jumped over: the start of an allow window
 * under a deny window, the end of one of several allow windows.
 */
function nextCandidate(
  { denies, allows, incomplete, fallback }: Situation,
  instant: number,
  horizon: number,
): number | undefined {
  const starts = (schedules: CompiledSchedule[]) =>
    schedules.map(
      schedule => schedule.nextActive(instant + 1, horizon) ?? horizon,
    );
  const ends = (schedules: CompiledSchedule[]) =>
    schedules.map(
      schedule => schedule.activeUntil(instant, horizon) ?? instant,
    );
  const denied = Math.max(instant, ...ends(denies));
  let next: number;
  if (denied > instant) {
    next = denied;
  } else if (incomplete || (allows.length === 0 && fallback === 'open')) {
    next = Math.min(horizon, ...starts(denies));
  } else if (allows.length === 0) {
    // Closed by default with or without a deny window.
    next = horizon;
  } else {
    const allowed = Math.max(instant, ...ends(allows));
    next =
      allowed > instant
        ? Math.min(allowed, ...starts(denies))
        : Math.min(horizon, ...starts(allows));
  }
  return next < horizon ? next : undefined;
}

function windowReason(
  { window, calendar, schedule }: RelevantWindow,
  at: number,
  horizon: number,
): WindowReason {
  const active = schedule.activeAt(at);
  const occurrence = active ?? schedule.nextStart(at, horizon);
  const allowsNow = (window.effect === 'allow') === Boolean(active);
  return {
    kind: 'window',
    verdict: allowsNow ? 'open' : 'closed',
    title: window.title,
    ...(window.reason !== undefined && { reason: window.reason }),
    calendar: calendar.title,
    ...(calendar.link !== undefined && { link: calendar.link }),
    window: window.id,
    active: Boolean(active),
    ...(occurrence && {
      start: schedule.zone.format(occurrence.start),
      end: schedule.zone.format(occurrence.end),
    }),
    timeZone: schedule.zone.id,
  };
}

function unreadableCalendar(calendar: Calendar, error: string): CalendarReason {
  return {
    kind: 'calendar',
    verdict: 'unknown',
    title: `Calendar '${calendar.title}' could not be loaded`,
    reason: error,
    calendar: calendar.title,
    ...(calendar.link !== undefined && { link: calendar.link }),
  };
}

function unreadableWindow(
  window: HandoverWindow,
  calendar: Calendar,
  error: ScheduleError,
): CalendarReason {
  return {
    kind: 'calendar',
    verdict: 'unknown',
    title: `Window '${window.title}' could not be read`,
    reason: `schedule.${error.path}: ${error.message}`,
    calendar: calendar.title,
    ...(calendar.link !== undefined && { link: calendar.link }),
    window: window.id,
  };
}

/**
 * Overrides in force come first, then what closes the gate; what is not active
 * comes last. Reasons of equal rank keep their order.
 */
function byRank(a: GateReason, b: GateReason): number {
  return rank(a) - rank(b);
}

const RANK_OF_VERDICT = { closed: 1, unknown: 2, open: 3 } as const;

function rank(reason: GateReason): number {
  switch (reason.kind) {
    case 'override':
      return reason.active ? 0 : 5;
    case 'window':
      return reason.active ? RANK_OF_VERDICT[reason.verdict] : 5;
    case 'condition':
    case 'calendar':
    case 'environment':
      return RANK_OF_VERDICT[reason.verdict];
    case 'default':
      return 4;
    case 'notice':
      return 6;
    default:
      throw unknownKind(reason);
  }
}

/** The first default whose environment matches; a name comes before a pattern. */
function defaultFor(
  environment: string,
  defaults: DecideInput['defaults'] = [],
): 'open' | 'closed' {
  const found =
    defaults.find(entry => entry.environment === environment) ??
    defaults.find(entry => matchesGlob(entry.environment, environment));
  return found?.verdict ?? 'open';
}

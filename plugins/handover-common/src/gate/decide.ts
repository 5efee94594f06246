import { type Environment, Environments } from '../environments/Environments';
import { compileSchedule } from './compile';
import type { CompiledSchedule } from './compiled';
import { conditionReason, relevantConditions } from './conditions';
import { namesUsed } from './environments';
import { parseInstant } from './instant';
import { DAY } from './localTime';
import {
  otherArtifactNotice,
  overrideReason,
  relevantOverrides,
} from './overrides';
import {
  appliesTo,
  sortedBy,
  sortedCalendars,
  sortedWindows,
  whyUnreadable,
} from './relevance';
import {
  type CalendarReason,
  type EnvironmentReason,
  type GateReason,
  type WindowReason,
  unknownKind,
} from './reasons';
import type { HandoverWindow } from './schema';
import { type Situation, Timeline } from './timeline';
import type { Calendar, DecideInput, GateDecision } from './types';
import { formatInstant } from './zone';

/**
 * How many days ahead the search for `until`, `nextOpen` and the next
 * occurrence of a window goes.
 *
 * @alpha
 */
export const DECISION_HORIZON_DAYS = 732;

type RelevantWindow = {
  window: HandoverWindow;
  calendar: Calendar;
  schedule: CompiledSchedule;
};

/**
 * Decides whether an entity can be changed in an environment at a given time.
 *
 * `calendars` are those that apply to the entity; their windows are narrowed to
 * the environment and the kind of change here. An active deny window closes the
 * gate. If any allow window applies, one must be active. If none applies, the
 * default of the environment decides. A calendar or window that cannot be read
 * makes the verdict `unknown`, except while a deny window is active: no
 * calendar could open the gate then.
 *
 * A condition that fails closes the gate too, and one whose outcome is
 * unknown makes it `unknown` unless something closes it. An override in force
 * opens whatever windows and conditions close or leave unknown, in its
 * environments and between its ends only. One that is bound to an artifact
 * opens the gate only for that artifact.
 *
 * All names of an environment are equivalent. An environment that is neither
 * configured, documented nor named by a window also makes the verdict
 * `unknown`, even if the pattern of a window matches it: it could be a typo for
 * one that is closed. It is never `open`.
 *
 * A pure function: the same input gives the same output, whatever the order of
 * its lists. Throws an InputError if `at` isn't an RFC 3339 time in the years 1970
 * to 2199.
 *
 * @alpha
 */
export function decide(input: DecideInput): GateDecision {
  const at = parseInstant('at', input.at);
  const change = input.change ?? 'deploy';
  const horizon = at + DECISION_HORIZON_DAYS * DAY;
  const calendars = sortedCalendars(input.calendars);
  const { environments, environment } = resolveEnvironment(input, calendars);
  const settings = environments.settingsOf(environment);
  const windows: RelevantWindow[] = [];
  const unreadable: CalendarReason[] = [];
  for (const calendar of calendars) {
    if ('error' in calendar) {
      unreadable.push(unreadableCalendar(calendar, calendar.error));
      continue;
    }
    for (const window of sortedWindows(calendar.windows)) {
      try {
        if (appliesTo(window, environment, change)) {
          const schedule = compileSchedule(window.schedule);
          windows.push({ window, calendar, schedule });
        }
      } catch (error) {
        unreadable.push(unreadableWindow(window, calendar, error));
      }
    }
  }
  const overrides = relevantOverrides(input.overrides ?? [], {
    environment,
    environments,
    artifact: input.artifact,
    at,
    horizon,
  });
  const situation: Situation = {
    denies: windows
      .filter(({ window }) => window.effect === 'deny')
      .map(({ schedule }) => schedule),
    allows: windows
      .filter(({ window }) => window.effect === 'allow')
      .map(({ schedule }) => schedule),
    incomplete: unreadable.length > 0 || !environment.known,
    fallback: settings.default,
    conditions: relevantConditions(input.conditions ?? [], change),
    overrides: overrides.matching,
  };
  const timeline = new Timeline(situation, { at, horizon });
  const { verdict } = timeline;
  const until = timeline.nextChange();
  const nextOpen = timeline.nextOpening();
  // Nothing is missing in what was found before that.
  const isCut = timeline.horizon < horizon && !(until && nextOpen);
  const reasons: GateReason[] = [
    ...(environment.known
      ? []
      : [unknownEnvironment(environment, environments)]),
    ...unreadable,
    ...situation.overrides.map(override => overrideReason(override, at)),
    ...situation.conditions.map(condition => conditionReason(condition, at)),
    ...windows.map(relevant => windowReason(relevant, at, horizon)),
    ...overrides.others.map(override => otherArtifactNotice(override, at)),
    ...sortedBy(input.notices ?? [], ({ title }) => [title]),
  ];
  if (situation.allows.length === 0 && !situation.incomplete) {
    reasons.push({
      kind: 'default',
      verdict: situation.fallback,
      title: `No allow window applies to ${environment.name}`,
    });
  }
  return {
    verdict,
    environment: environment.name,
    ...(verdict === 'unknown' && { onUnknown: settings.unknown }),
    change,
    at: formatInstant(at),
    ...(until !== undefined && { until: formatInstant(until) }),
    ...(nextOpen !== undefined && { nextOpen: formatInstant(nextOpen) }),
    ...(isCut && { searchedUntil: formatInstant(timeline.horizon) }),
    reasons: reasons.sort(byRank),
    ...(input.revision !== undefined && { revision: input.revision }),
    calendars: calendars.map(({ id, version }) => ({ id, version })),
  };
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

/** Throws an error that is not about the window again. */
function unreadableWindow(
  window: HandoverWindow,
  calendar: Calendar,
  error: unknown,
): CalendarReason {
  return {
    kind: 'calendar',
    verdict: 'unknown',
    title: `Window '${window.title}' could not be read`,
    reason: whyUnreadable(error),
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

/** Known if it is configured, documented or named by a window. */
function resolveEnvironment(
  input: DecideInput,
  calendars: readonly Calendar[],
): { environments: Environments; environment: Environment } {
  const declared = input.environments ?? Environments.builtIn();
  const environment = declared.resolve(input.environment);
  if (environment.known) {
    return { environments: declared, environment };
  }
  const environments = declared.with(namesUsed(calendars));
  return { environments, environment: environments.resolve(input.environment) };
}

function unknownEnvironment(
  { name }: Environment,
  environments: Environments,
): EnvironmentReason {
  const suggestion = environments.nearest(name);
  return {
    kind: 'environment',
    verdict: 'unknown',
    title: `No environment '${name}' is known`,
    reason:
      suggestion === undefined
        ? `Known environments: ${environments.names.join(', ')}`
        : `Did you mean '${suggestion}'?`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

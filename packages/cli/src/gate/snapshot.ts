import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  type Calendar,
  decide,
  parseCalendars,
  sortedCalendars,
} from '@backstage-handover/plugin-handover-common/gate';
import type {
  ChangeKind,
  GateDecision,
  GateReason,
} from '@backstage-handover/plugin-handover-common';

/** Of another version, nothing is used. */
const FORMAT = 2;

/** What decisions about one entity and environment are made from. */
export type Snapshot = {
  format: typeof FORMAT;
  /** What it is about: portal, entity, environment and kind of change. */
  subject: string[];
  /** When it was read, RFC 3339. */
  storedAt: string;
  /** The primary name of the environment, and the one that was asked about. */
  names: string[];
  default: 'open' | 'closed';
  /** Whether the calendars alone decide, without conditions and overrides. */
  isComplete: boolean;
  calendars: Calendar[];
};

/** Reasons that calendars give, whoever decides. Notices change nothing. */
const FROM_CALENDARS = ['window', 'calendar', 'default'];

/**
 * Takes what a decision was made from. Undefined if it isn't certain that the
 * same decision follows from it here: then the next one might not, either.
 */
export function takeSnapshot(
  decision: GateDecision,
  calendars: Calendar[],
  options: { environment: string; subject: string[]; storedAt: string },
): Snapshot | undefined {
  const { environment, subject, storedAt } = options;
  const snapshot: Snapshot = {
    format: FORMAT,
    subject,
    storedAt,
    names: [...new Set([decision.environment, environment])],
    // Where allow windows decide, the default does not matter.
    default: decision.reasons.some(
      each => each.kind === 'default' && each.verdict === 'open',
    )
      ? 'open'
      : 'closed',
    isComplete: decision.reasons.every(({ kind }) =>
      [...FROM_CALENDARS, 'notice'].includes(kind),
    ),
    calendars: calendars.map(each => narrowed(each, decision)),
  };
  return !snapshot.isComplete || repeats(snapshot, decision)
    ? snapshot
    : undefined;
}

/**
 * Decides from a snapshot. The verdict is `unknown` if conditions or overrides
 * count: they may have changed.
 */
export function decideFrom(
  snapshot: Snapshot,
  options: { change: ChangeKind; at: string },
): GateDecision {
  const [name] = snapshot.names;
  const decision = decide({
    ...options,
    environment: name,
    calendars: snapshot.calendars,
    environments: environmentsOf(snapshot),
    notices: [
      {
        kind: 'notice',
        title: `Decided from the calendars of ${snapshot.storedAt}, because the portal cannot be reached`,
      },
    ],
  });
  if (snapshot.isComplete) {
    return decision;
  }
  const { until, nextOpen, ...rest } = decision;
  return {
    ...rest,
    verdict: 'unknown',
    onUnknown: 'block',
    reasons: [
      {
        kind: 'notice',
        title:
          'Conditions and overrides of this environment cannot be checked without the portal',
      },
      ...rest.reasons,
    ],
  };
}

/** Reads a snapshot. Throws an error that says what is wrong with it. */
export function parseSnapshot(text: string): Snapshot {
  const value = JSON.parse(text) as Partial<Snapshot> | null;
  const { format, subject, storedAt, names, isComplete, calendars } =
    value ?? {};
  const fallback = value?.default;
  if (
    format !== FORMAT ||
    !Array.isArray(subject) ||
    typeof storedAt !== 'string' ||
    Number.isNaN(Date.parse(storedAt)) ||
    !Array.isArray(names) ||
    names.length === 0 ||
    !names.every(name => typeof name === 'string') ||
    (fallback !== 'open' && fallback !== 'closed') ||
    typeof isComplete !== 'boolean' ||
    !Array.isArray(calendars)
  ) {
    throw new Error('it is not a snapshot of this version');
  }
  return {
    format,
    subject,
    storedAt,
    names,
    default: fallback,
    isComplete,
    calendars: calendars.flatMap(each => parseCalendars([each])),
  };
}

/**
 * A calendar with the windows that the decision names alone, for whatever
 * environment: only the portal knows all aliases that a window can use.
 */
function narrowed(calendar: Calendar, { reasons }: GateDecision): Calendar {
  if ('error' in calendar) {
    return calendar;
  }
  const relevant = new Set(
    reasons.flatMap(reason =>
      (reason.kind === 'window' || reason.kind === 'calendar') &&
      reason.calendar === calendar.title
        ? reason.window ?? []
        : [],
    ),
  );
  return {
    ...calendar,
    windows: calendar.windows
      .filter(({ id }) => relevant.has(id))
      .map(({ environments, ...window }) => window),
  };
}

function environmentsOf({
  names: [name, ...aliases],
  default: fallback,
}: Snapshot): Environments {
  return Environments.create([
    { name, aliases, default: fallback, unknown: 'block' },
  ]);
}

/** Whether the calendars are those of the decision, and lead to the same one here. */
function repeats(snapshot: Snapshot, decision: GateDecision): boolean {
  const repeated = decideFrom(snapshot, decision);
  const versions = sortedCalendars(snapshot.calendars).map(
    ({ id, version }) => ({ id, version }),
  );
  return (
    JSON.stringify(versions) ===
      JSON.stringify(
        decision.calendars.map(({ id, version }) => ({ id, version })),
      ) &&
    JSON.stringify(essence(repeated)) === JSON.stringify(essence(decision))
  );
}

/** What follows from calendars, in an order of its own. */
function essence({ verdict, until, nextOpen, reasons }: GateDecision) {
  return [
    verdict,
    until ?? null,
    nextOpen ?? null,
    reasons
      .filter(({ kind }) => FROM_CALENDARS.includes(kind))
      .map(essenceOfReason)
      .sort(),
  ];
}

/** The windows that apply, and when. */
function essenceOfReason(reason: GateReason): string {
  return JSON.stringify(
    reason.kind === 'window'
      ? [
          reason.calendar,
          reason.window,
          reason.verdict,
          reason.active,
          reason.start ?? null,
          reason.end ?? null,
        ]
      : [reason.kind, reason.title],
  );
}

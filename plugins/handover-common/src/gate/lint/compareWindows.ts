import { EnvironmentPattern } from '../../environments/pattern';
import type { CompiledSchedule } from '../compiled';
import { byStart, type Interval } from '../intervals';
import { DAY } from '../localTime';
import type { ChangeKind, HandoverWindow } from '../schema';
import { appliesToChange } from '../relevance';
import type { Zone } from '../zone';
import type { WindowWarning } from './lintWindows';

/** Who ends a window at 23:59 means midnight. */
const MINUTE = 60_000;
/** Most intervals that are passed in comparing windows with each other. */
const MAX_STEPS = 2_000_000;
/** A warning names no more windows. */
const MAX_NAMED = 3;

const CHANGES: ChangeKind[] = ['deploy', 'rollback', 'config', 'scale'];

/** How far ahead windows are compared: a year, and some of the next. */
const HORIZON = 400 * DAY;
/** Enough to see that one window with many occurrences isn't within another. */
const NEAR = 60 * DAY;
const MANY = 30;
/** Most occurrences of one window that are compared with those of others. */
const MAX_OF_WINDOW = 2_000;
/** Most occurrences of all windows. */
const MAX_OCCURRENCES = 20_000;

/** A window with all its occurrences in a time. */
type ComparedWindow = {
  index: number;
  window: HandoverWindow;
  /** Undefined for all environments. */
  patterns: readonly EnvironmentPattern[] | undefined;
  changes: readonly ChangeKind[];
  zone: Zone;
  /** By start; at least one. */
  found: Interval[];
  /** The parts of them that lie in this time. */
  within: Interval[];
  /** The end of this time. */
  to: number;
};

/**
 * Finds windows that contradict, repeat or nearly touch each other or themselves.
 *
 * @param compiled - Their schedules.
 */
export function compareWindows(
  windows: readonly HandoverWindow[],
  compiled: readonly CompiledSchedule[],
  asOf: number,
): WindowWarning[] {
  const near = occurrencesOf(windows, compiled, { asOf, isQuick: true });
  return [
    ...near.flatMap(overlapOf),
    ...gapsIn(near),
    // What isn't so in the next weeks isn't so for all occurrences.
    ...(withoutEffect(near).length > 0
      ? withoutEffect(
          occurrencesOf(windows, compiled, { asOf, isQuick: false }),
        )
      : []),
  ];
}

/**
 * The occurrences of windows until the horizon. If it must be quick, only of the
 * next weeks for those that have many. Windows without any, and those with too
 * many, are left out.
 */
function occurrencesOf(
  windows: readonly HandoverWindow[],
  compiled: readonly CompiledSchedule[],
  { asOf, isQuick }: { asOf: number; isQuick: boolean },
): ComparedWindow[] {
  let left = MAX_OCCURRENCES;
  return windows.flatMap((window, index) => {
    const { zone } = compiled[index];
    const find = (to: number, limit: number) =>
      compiled[index].occurrences(asOf, to, limit + 1);
    let to = asOf + HORIZON;
    const most = Math.min(MAX_OF_WINDOW, left);
    let found = find(to, isQuick ? MANY : most);
    if (isQuick && found.length > MANY) {
      to = asOf + NEAR;
      found = find(to, most);
    }
    // Of a part of its occurrences, nothing follows for all of them.
    if (found.length === 0 || found.length > most) {
      return [];
    }
    left -= found.length;
    const within = clip(found, asOf, to);
    const patterns = window.environments?.map(text =>
      EnvironmentPattern.parse(text),
    );
    const changes = changesOf(window.changes);
    return [{ index, window, patterns, changes, zone, found, within, to }];
  });
}

/** The parts of intervals that lie in `[from, to)`. */
function clip(
  intervals: readonly Interval[],
  from: number,
  to: number,
): Interval[] {
  return intervals
    .filter(({ start, end }) => start < to && end > from)
    .map(({ start, end }) => ({
      start: Math.max(start, from),
      end: Math.min(end, to),
    }));
}

function overlapOf({ index, zone, found }: ComparedWindow): WindowWarning[] {
  const at = found.findIndex(
    ({ start }, i) => i > 0 && start < found[i - 1].end,
  );
  return at < 0
    ? []
    : [
        {
          index,
          path: 'schedule.duration',
          message: `the occurrence from ${zone.format(
            found[at - 1].start,
          )} ends at ${zone.format(
            found[at - 1].end,
          )}, after the next one begins at ${zone.format(found[at].start)}`,
        },
      ];
}

/** Of windows with the same effect on the same changes. One for each window that ends too early. */
function gapsIn(windows: readonly ComparedWindow[]): WindowWarning[] {
  const groups = new Map<string, ComparedWindow[]>();
  for (const each of windows) {
    const key = JSON.stringify([
      each.window.effect,
      each.patterns?.map(pattern => pattern.key).sort(),
      each.changes,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap(gapsOfGroup);
}

function gapsOfGroup(group: readonly ComparedWindow[]): WindowWarning[] {
  const all = group
    .flatMap(of => of.found.map(interval => ({ ...interval, of })))
    .sort(byStart);
  const warnings = new Map<number, WindowWarning>();
  let last = all[0];
  for (const next of all) {
    const gap = next.start - last.end;
    const { index } = last.of;
    if (gap > 0 && gap <= MINUTE && !warnings.has(index)) {
      warnings.set(index, {
        index,
        path: 'schedule',
        message: `ends at ${last.of.zone.format(last.end)}, ${inSeconds(
          gap,
        )} before ${
          next.of === last.of
            ? 'its next occurrence'
            : `'${next.of.window.title}'`
        } begins`,
      });
    }
    if (next.end > last.end) {
      last = next;
    }
  }
  return [...warnings.values()];
}

function inSeconds(ms: number): string {
  return ms === 1000 ? '1 second' : `${ms / 1000} seconds`;
}

/** Windows all of whose occurrences are within those of others. */
function withoutEffect(windows: readonly ComparedWindow[]): WindowWarning[] {
  const warnings: WindowWarning[] = [];
  let steps = 0;
  for (const each of windows) {
    const around = windows.filter(
      other => other !== each && covers(other, each),
    );
    for (const { within } of around) {
      steps += within.length + each.within.length;
    }
    if (steps > MAX_STEPS) {
      break;
    }
    const denying = around.filter(({ window }) => window.effect === 'deny');
    const alike = around.filter(
      other =>
        other.window.effect === each.window.effect &&
        // Of two that are the same, the first one counts.
        (other.index < each.index || !isInside(other, [each])),
    );
    const deniedBy =
      each.window.effect === 'allow' ? coveredBy(each, denying) : undefined;
    const inside = alike.find(other => isInside(each, [other]));
    if (deniedBy) {
      warnings.push({
        index: each.index,
        path: 'schedule',
        message: `allows nothing in the next 400 days: ${deniedBy} denies all its occurrences`,
      });
    } else if (inside) {
      warnings.push({
        index: each.index,
        path: 'schedule',
        message: `changes nothing in the next 400 days: all its occurrences are within '${inside.window.title}'`,
      });
    }
  }
  return warnings;
}

/** The windows that together cover all occurrences of one. */
function coveredBy(
  each: ComparedWindow,
  windows: readonly ComparedWindow[],
): string | undefined {
  const single = windows.find(other => isInside(each, [other]));
  if (single) {
    return `'${single.window.title}'`;
  }
  if (
    windows.length < 2 ||
    windows.length > MAX_NAMED ||
    !isInside(each, windows)
  ) {
    return undefined;
  }
  const titles = windows.map(({ window }) => `'${window.title}'`);
  return `${titles.slice(0, -1).join(', ')} together with ${titles.at(-1)}`;
}

/** As far as the occurrences of all of them are known. */
function isInside(
  { within, to }: ComparedWindow,
  others: readonly ComparedWindow[],
): boolean {
  const end = Math.min(to, ...others.map(each => each.to));
  const inner = end < to ? clip(within, -Infinity, end) : within;
  const [first, ...rest] = others;
  const outer =
    rest.length > 0
      ? others.flatMap(each => each.within).sort(byStart)
      : first.within;
  return inner.length > 0 && isWithin(inner, outer);
}

/** Whether the union of some intervals contains each of the others. Both are by start. */
function isWithin(
  inner: readonly Interval[],
  outer: readonly Interval[],
): boolean {
  let at = 0;
  let start = NaN;
  let end = -Infinity;
  return inner.every(each => {
    while (at < outer.length && outer[at].start <= Math.max(end, each.start)) {
      if (outer[at].start > end) {
        start = outer[at].start;
      }
      end = Math.max(end, outer[at].end);
      at += 1;
    }
    // Later parts can continue the one that the interval begins in.
    while (at < outer.length && outer[at].start <= end && end < each.end) {
      end = Math.max(end, outer[at].end);
      at += 1;
    }
    return start <= each.start && each.end <= end;
  });
}

/** Whether one window is about everything that the other is about, as far as names tell. */
function covers(outer: ComparedWindow, inner: ComparedWindow): boolean {
  const { patterns } = outer;
  if (!inner.changes.every(change => outer.changes.includes(change))) {
    return false;
  }
  return (
    !patterns ||
    (inner.patterns?.every(({ key, isName }) =>
      patterns.some(
        pattern => pattern.key === key || (isName && pattern.matches(key)),
      ),
    ) ??
      false)
  );
}

function changesOf(changes: readonly ChangeKind[] | undefined): ChangeKind[] {
  return CHANGES.filter(change => appliesToChange(changes, change));
}

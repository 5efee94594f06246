import type { Environments } from '../environments/Environments';
import {
  EnvironmentPattern,
  MAX_NAME_LENGTH,
  PatternError,
} from '../environments/pattern';
import { lintWindows } from '../gate/lint/lintWindows';
import { type HandoverWindow, scheduleSchema } from '../gate/schema';
import { validateSchedule } from '../gate/validate';
import { MAX_ENVIRONMENTS, MAX_PROBLEMS, MAX_TIME_ZONES } from './limits';
import type { WindowOutline } from './outline';
import type { PathSegments } from './path';
import type { SemanticFinding } from './semantics';
import type { Problem } from './types';

// Windows of documents and of calendars are checked in the same way. `list` is
// the path of the list that they are in.

/**
 * Patterns are compared with names in time proportional to both their lengths.
 * Beyond so many characters of one times the other, which no real document has,
 * these warnings are left out.
 */
const MAX_COMPARED = 50_000_000;

/**
 * What together makes every question to the gate slow.
 *
 * @param options - `names` are the environments that are named elsewhere.
 */
export function checkCounts(
  windows: readonly WindowOutline[],
  options: { list: PathSegments; names: readonly string[] },
): SemanticFinding[] {
  const named = new Set([
    ...options.names,
    ...windows.flatMap(window =>
      window.environments.filter(text => !/[*?]/.test(text)),
    ),
  ]);
  const zones = new Set(
    windows.flatMap(({ schedule }) =>
      typeof schedule === 'object' &&
      schedule !== null &&
      'timeZone' in schedule &&
      typeof schedule.timeZone === 'string'
        ? schedule.timeZone.toLowerCase()
        : [],
    ),
  );
  const tooMany = (what: string, count: number, limit: number) =>
    count > limit
      ? [
          {
            path: options.list,
            message: `${count} ${what} are too many, at most ${limit} are allowed in one document`,
            severity: 'error' as const,
          },
        ]
      : [];
  return [
    ...tooMany('environments', named.size, MAX_ENVIRONMENTS),
    ...tooMany('time zones', zones.size, MAX_TIME_ZONES),
  ];
}

/**
 * A window must be about an environment that is known. Where nobody says which
 * there are, only what looks misspelt is pointed out.
 *
 * @param options.isComplete - Whether `known` has every environment.
 * @param options.unknown - How bad it is that a name isn't known, or that a
 *   pattern matches no known name. If it only looks misspelt, or overlaps a
 *   configured pattern, it is never worse than a warning.
 */
export function checkWindowEnvironments(
  windows: readonly WindowOutline[],
  options: {
    list: PathSegments;
    known: Environments;
    isComplete: boolean;
    unknown: Problem['severity'];
  },
): SemanticFinding[] {
  const { list, known, isComplete, unknown } = options;
  const findings: SemanticFinding[] = [];
  const keys = known.names
    .flatMap(name => known.resolve(name).keys)
    .filter(key => key.length <= MAX_NAME_LENGTH);
  const wildcards = windows.flatMap(({ environments }) =>
    environments.filter(text => /[*?]/.test(text)),
  );
  const configured = (known.definitions ?? [])
    .map(({ name }) => EnvironmentPattern.parse(name))
    .filter(({ isName }) => !isName);
  const areCompared =
    isComplete && totalLength(wildcards) * totalLength(keys) <= MAX_COMPARED;
  for (const [index, { environments }] of windows.entries()) {
    for (const [position, text] of environments.entries()) {
      const path = [...list, index, 'environments', position];
      try {
        const pattern = EnvironmentPattern.parse(text);
        const isKnown = pattern.isName
          ? known.resolve(text).known
          : !areCompared ||
            configured.some(({ key }) => key === pattern.key) ||
            keys.some(key => pattern.matches(key));
        if (!isKnown && (isComplete || known.nearest(text) !== undefined)) {
          findings.push({
            path,
            message: unknownEnvironment(text, known),
            severity:
              isComplete && !configured.some(each => each.overlaps(pattern))
                ? unknown
                : 'warning',
          });
        }
      } catch (error) {
        if (!(error instanceof PatternError)) {
          throw error;
        }
        findings.push({ path, message: error.message, severity: 'error' });
      }
      // To look for the nearest name is costly.
      if (findings.length > MAX_PROBLEMS) {
        return findings;
      }
    }
  }
  return findings;
}

/** Checks what the schema of a schedule does not say. */
export function checkSchedules(
  windows: readonly WindowOutline[],
  { list }: { list: PathSegments },
): SemanticFinding[] {
  const findings: SemanticFinding[] = [];
  for (const [index, { schedule: value }] of windows.entries()) {
    const schedule = scheduleSchema.safeParse(value);
    if (schedule.success) {
      for (const { path, message } of validateSchedule(schedule.data)) {
        findings.push({
          path: [...list, index, 'schedule', path],
          message,
          severity: 'error',
        });
      }
    }
    // To find that a rule never occurs is the costliest check of all.
    if (findings.length > MAX_PROBLEMS) {
      break;
    }
  }
  return findings;
}

/**
 * Warns of what is probably not meant in windows that are valid.
 *
 * @param options.asOf - Without it, nothing is checked: what holds today may not
 *   tomorrow, so it must not be part of what is stored.
 */
export function checkSense(
  windows: readonly HandoverWindow[] = [],
  { list, asOf }: { list: PathSegments; asOf: number | undefined },
): SemanticFinding[] {
  return asOf === undefined
    ? []
    : lintWindows(windows, asOf).map(({ index, path, message }) => ({
        path: [...list, index, ...path.split('.')],
        message,
        severity: 'warning',
      }));
}

function totalLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function unknownEnvironment(text: string, known: Environments): string {
  const suggestion = known.nearest(text);
  const isName = !/[*?]/.test(text);
  return `${
    isName
      ? `unknown environment '${text}'`
      : `'${text}' matches no known environment`
  }${
    suggestion === undefined
      ? `; known environments are ${known.names.join(', ')}`
      : `, did you mean '${suggestion}'?`
  }`;
}

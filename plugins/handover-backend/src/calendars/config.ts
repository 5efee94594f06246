import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { MAX_COMPANY_CALENDARS } from '@backstage-handover/plugin-handover-common/calendars';
import { type DefinitionsConfig, readDefinitionsConfig } from '../definitions';

/** The keys under `handover.calendars`. Durations are in milliseconds. */
export type CalendarsConfig = DefinitionsConfig & {
  /** How often the locations are read. */
  refreshMs: number;
  /** How long the last good content of a location can be used. */
  maxAgeMs: number;
};

const KEY = 'handover.calendars';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Reads and checks `handover.calendars`. */
export function readCalendarsConfig(config: Config): CalendarsConfig {
  const duration = (key: string, fallbackMs: number, minMs: number) => {
    const path = `${KEY}.${key}`;
    if (!config.has(path)) {
      return fallbackMs;
    }
    const value = durationToMilliseconds(
      readDurationFromConfig(config, { key: path }),
    );
    if (!(value >= minMs && value <= 366 * DAY_MS)) {
      throw new Error(
        `Invalid duration at '${path}': must be from ${
          minMs / 1_000
        } seconds to 366 days`,
      );
    }
    return value;
  };
  const definitions = readDefinitionsConfig(config, {
    key: KEY,
    file: 'calendar.yaml',
  });
  const count = definitions.definitions.length + definitions.locations.length;
  if (count > MAX_COMPANY_CALENDARS) {
    throw new Error(
      `Invalid calendars at '${KEY}': ${count} are too many, at most ${MAX_COMPANY_CALENDARS} are allowed`,
    );
  }
  const refreshMs = duration('refresh', 5 * MINUTE_MS, 10_000);
  const maxAgeMs = duration('maxAge', DAY_MS, MINUTE_MS);
  if (maxAgeMs < 2 * refreshMs) {
    throw new Error(
      `Invalid duration at '${KEY}.maxAge': must be at least twice '${KEY}.refresh', or a slow reading makes verdicts unknown`,
    );
  }
  return { ...definitions, refreshMs, maxAgeMs };
}

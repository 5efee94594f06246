import type { Config } from '@backstage/config';
import { MAX_COMPANY_CALENDARS } from '@backstage-handover/plugin-handover-common/calendars';
import { readBoundedMs } from '../configValues';
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
const MAX_MS = 366 * DAY_MS;

/** Reads and checks `handover.calendars`. */
export function readCalendarsConfig(config: Config): CalendarsConfig {
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
  const refreshMs = readBoundedMs(config, `${KEY}.refresh`, {
    fallback: 5 * MINUTE_MS,
    min: 10_000,
    max: MAX_MS,
  });
  const maxAgeMs = readBoundedMs(config, `${KEY}.maxAge`, {
    fallback: DAY_MS,
    min: MINUTE_MS,
    max: MAX_MS,
  });
  if (maxAgeMs < 2 * refreshMs) {
    throw new Error(
      `Invalid duration at '${KEY}.maxAge': must be at least twice '${KEY}.refresh', or a slow reading makes verdicts unknown`,
    );
  }
  return { ...definitions, refreshMs, maxAgeMs };
}

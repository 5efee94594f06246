import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** The keys under `handover.events`. Durations are in milliseconds. */
export type EventsConfig = {
  /** How long events can be replayed. */
  retentionMs: number;
  /** How often each process looks for events that nobody published. */
  frequencyMs: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads and checks `handover.events`. */
export function readEventsConfig(config: Config): EventsConfig {
  const readMs = (name: string, fallback: number) => {
    const key = `handover.events.${name}`;
    if (!config.has(key)) {
      return fallback;
    }
    const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
    if (!(ms > 0)) {
      throw new Error(`Invalid duration at '${key}': must be longer than zero`);
    }
    return ms;
  };
  return {
    retentionMs: readMs('retention', 30 * DAY_MS),
    frequencyMs: readMs('frequency', 10_000),
  };
}

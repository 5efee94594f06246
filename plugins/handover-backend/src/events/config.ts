import type { Config } from '@backstage/config';
import { readMs } from '../configValues';

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
  const key = (name: string) => `handover.events.${name}`;
  return {
    retentionMs: readMs(config, key('retention'), 30 * DAY_MS),
    frequencyMs: readMs(config, key('frequency'), 10_000),
  };
}

import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** A duration in milliseconds. @throws Error if it is not longer than zero. */
export function readMs(config: Config, key: string, fallback: number): number {
  if (!config.has(key)) {
    return fallback;
  }
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms > 0)) {
    throw new Error(`Invalid duration at '${key}': must be longer than zero`);
  }
  return ms;
}

/** A duration in milliseconds. @throws Error if it is out of bounds. */
export function readBoundedMs(
  config: Config,
  key: string,
  { fallback, min, max }: { fallback: number; min: number; max: number },
): number {
  if (!config.has(key)) {
    return fallback;
  }
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms >= min && ms <= max)) {
    throw new Error(
      `Invalid duration at '${key}': must be from ${min / 1_000} to ${
        max / 1_000
      } seconds`,
    );
  }
  return ms;
}

/** @throws Error if it is not a whole number from 1 to the highest. */
export function readInteger(
  config: Config,
  key: string,
  fallback: number,
  max: number,
): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new Error(
      `Invalid number at '${key}': must be a whole number from 1 to ${max}, not ${value}`,
    );
  }
  return value;
}

/** The longest that somebody who waits for an answer should have to. */
const MAX_SHORT_MS = 60_000;

/** The same, of at most one minute. @throws Error if it is longer. */
export function readShortMs(
  config: Config,
  key: string,
  fallback: number,
): number {
  const ms = readMs(config, key, fallback);
  if (ms > MAX_SHORT_MS) {
    throw new Error(`Invalid duration at '${key}': must be at most one minute`);
  }
  return ms;
}

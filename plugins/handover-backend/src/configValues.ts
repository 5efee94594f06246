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

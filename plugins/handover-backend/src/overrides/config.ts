import type { OverrideApproval } from '@backstage-handover/plugin-handover-common';
import type { Config } from '@backstage/config';
import { readBoundedMs } from '../configValues';

/** The keys under `handover.overrides`. Durations are in milliseconds. */
export type OverridesConfig = {
  approval: OverrideApproval;
  /** How long an override can last. */
  maxDurationMs: number;
  /** How long overrides are kept after their end. */
  retentionMs: number;
};

const KEY = 'handover.overrides';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Reads and checks `handover.overrides`. */
export function readOverridesConfig(config: Config): OverridesConfig {
  return {
    approval: readApproval(config),
    maxDurationMs: readBoundedMs(config, `${KEY}.maxDuration`, {
      fallback: 4 * HOUR_MS,
      min: MINUTE_MS,
      max: 7 * DAY_MS,
    }),
    retentionMs: readBoundedMs(config, `${KEY}.retention`, {
      fallback: 1095 * DAY_MS,
      min: DAY_MS,
      max: 3650 * DAY_MS,
    }),
  };
}

function readApproval(config: Config): OverrideApproval {
  const path = `${KEY}.approval`;
  const approval = config.getOptionalString(path) ?? 'required';
  if (approval !== 'required' && approval !== 'none') {
    throw new Error(
      `Invalid value at '${path}': must be 'required' or 'none', not '${approval}'`,
    );
  }
  return approval;
}

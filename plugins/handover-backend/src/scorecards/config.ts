import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { type DefinitionsConfig, readDefinitionsConfig } from '../definitions';

/** The keys under `handover.scorecards.exemptions`. */
export type ExemptionsConfig = {
  /** How far away the end of an exemption can be. */
  maxDurationMs: number;
  /** The share of checks that an owner may be exempt from without a warning. */
  budget: number;
  /** How long exemptions are kept after their end. */
  retentionMs: number;
};

/** The keys under `handover.scorecards.initiatives`. */
export type InitiativesConfig = {
  /** How long initiatives are kept after they were closed. */
  retentionMs: number;
};

/** The keys under `handover.scorecards.badges`. */
export type BadgesConfig = {
  /** The first signs addresses of badges, all of them are valid. */
  secrets: string[];
};

/** The keys under `handover.scorecards`. Durations are in milliseconds. */
export type ScorecardsConfig = DefinitionsConfig & {
  /** Whether the scorecard that comes with Handover is in force. */
  handoverReady: boolean;
  /** How often the locations are read. */
  refreshMs: number;
  /** How long after its evaluation an entity is due again. */
  intervalMs: number;
  /** How often each process looks for what is due. */
  frequencyMs: number;
  /** Entities evaluated together. */
  batchSize: number;
  /** How long a source of facts may take for a batch. */
  timeoutMs: number;
  historyRetentionMs: number;
  exemptions: ExemptionsConfig;
  initiatives: InitiativesConfig;
  badges: BadgesConfig;
};

const KEY = 'handover.scorecards';

/** How long what people decided is kept after it is over. */
const KEPT_MS = 1_095 * 86_400_000;

/** As long as the signatures, so that nobody finds a secret by trying. */
const MIN_SECRET_LENGTH = 32;

/** Reads and checks `handover.scorecards`. */
export function readScorecardsConfig(config: Config): ScorecardsConfig {
  const duration = (key: string, fallbackMs: number, minMs = 1_000) => {
    const path = `${KEY}.${key}`;
    if (!config.has(path)) {
      return fallbackMs;
    }
    const value = durationToMilliseconds(
      readDurationFromConfig(config, { key: path }),
    );
    if (!(value >= minMs && value <= 10 * 365 * 86_400_000)) {
      throw new Error(
        `Invalid duration at '${path}': must be from ${
          minMs / 1_000
        } seconds to 10 years`,
      );
    }
    return value;
  };
  const batchSize = config.getOptionalNumber(`${KEY}.batchSize`) ?? 1_000;
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > 1_000) {
    throw new Error(
      `Invalid number at '${KEY}.batchSize': must be a whole number from 1 to 1000`,
    );
  }
  return {
    handoverReady: config.getOptionalBoolean(`${KEY}.handoverReady`) ?? false,
    ...readDefinitionsConfig(config, { key: KEY, file: 'scorecard.yaml' }),
    refreshMs: duration('refresh', 5 * 60_000, 10_000),
    intervalMs: duration('interval', 24 * 3_600_000, 60_000),
    frequencyMs: duration('frequency', 60_000),
    batchSize,
    timeoutMs: duration('timeout', 30_000),
    historyRetentionMs: duration('historyRetention', 400 * 86_400_000),
    exemptions: {
      maxDurationMs: duration('exemptions.maxDuration', 180 * 86_400_000),
      budget: readBudget(config),
      retentionMs: duration('exemptions.retention', KEPT_MS),
    },
    initiatives: {
      retentionMs: duration('initiatives.retention', KEPT_MS),
    },
    badges: { secrets: readBadgeSecrets(config) },
  };
}

function readBudget(config: Config): number {
  const path = `${KEY}.exemptions.budget`;
  const budget = config.getOptionalNumber(path) ?? 0.1;
  if (!(budget >= 0 && budget <= 1)) {
    throw new Error(`Invalid number at '${path}': must be from 0 to 1`);
  }
  return budget;
}

/** Never puts a secret into an error. */
function readBadgeSecrets(config: Config): string[] {
  const path = `${KEY}.badges.secrets`;
  const secrets = config.getOptionalStringArray(path) ?? [];
  secrets.forEach((secret, index) => {
    if (secret.length < MIN_SECRET_LENGTH) {
      throw new Error(
        `Invalid value at '${path}[${index}]': must have at least ${MIN_SECRET_LENGTH} characters`,
      );
    }
  });
  return secrets;
}

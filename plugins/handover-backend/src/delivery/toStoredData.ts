import type {
  Deployment,
  Run,
  RunStage,
} from '@backstage-handover/plugin-handover-common';
import {
  type PipelineData,
  webUrl,
} from '@backstage-handover/plugin-handover-node';

import { isFuture } from './skew';

/** Of a text that another system made up, in characters. */
const MAX_TEXT = 2_000;

/** Of a run. */
const MAX_STAGES = 200;

/**
 * Cleans the data of a provider before it is stored and shown: texts are
 * shortened, links are web links, times are valid and not in the future, and
 * ids are those of the provider. Items without a name or a time are left out.
 */
export function toStoredData(
  data: PipelineData,
  options: { provider: string; limit: number; now: Date },
): { runs: Run[]; deployments: Deployment[] } {
  const { provider, limit } = options;
  const now = options.now.getTime();
  return {
    runs: data.runs.slice(0, limit).flatMap(run => {
      const id = toText(run.id);
      return id === undefined
        ? []
        : [
            {
              ...toTexts(run),
              ...toTimes(run, ['startedAt', 'finishedAt'], now),
              id,
              provider,
              stages: run.stages
                .slice(0, MAX_STAGES)
                .map(stage => toStage(stage, now)),
            },
          ];
    }),
    deployments: data.deployments.slice(0, limit).flatMap(deployment => {
      const id = toText(deployment.id);
      const environment = toText(deployment.environment);
      const { at, mergedAt } = toTimes(deployment, ['at', 'mergedAt'], now);
      return id === undefined || environment === undefined || at === undefined
        ? []
        : [
            {
              ...toTexts(deployment),
              ...(deployment.artifact && {
                artifact: toTexts(deployment.artifact),
              }),
              ...(mergedAt !== undefined && { mergedAt }),
              id,
              provider,
              environment,
              at,
            },
          ];
    }),
  };
}

function toStage(stage: RunStage, now: number): RunStage {
  return {
    ...toTexts(stage),
    ...toTimes(stage, ['startedAt', 'finishedAt'], now),
  };
}

const TIMES = new Set(['startedAt', 'finishedAt', 'at', 'mergedAt']);

/** The texts of a value, except its times. */
function toTexts<T extends object>(
  value: T,
): Pick<
  T,
  { [K in keyof T]: T[K] extends string | undefined ? K : never }[keyof T]
> {
  const texts: Partial<T> = {};
  for (const key of Object.keys(value) as (keyof T & string)[]) {
    const text = TIMES.has(key) ? undefined : toText(value[key]);
    if (text !== undefined && (key !== 'url' || webUrl(text))) {
      texts[key] = text as T[typeof key];
    }
  }
  return texts as T;
}

function toText(value: unknown): string | undefined {
  // PostgreSQL stores no NUL.
  return typeof value === 'string' && value !== ''
    ? value.slice(0, MAX_TEXT).replaceAll('\0', '')
    : undefined;
}

function toTimes<K extends string>(
  value: { [key in K]?: string },
  keys: K[],
  now: number,
): { [key in K]?: string } {
  const times: { [key in K]?: string } = {};
  for (const key of keys) {
    const time = Date.parse(value[key] ?? '');
    if (Number.isFinite(time) && !isFuture(time, now)) {
      times[key] = new Date(time).toISOString();
    }
  }
  return times;
}

import type { RunStage, Run, RunStatus } from './types';

/**
 * A statement of an event, with what is needed to tell which event is later.
 *
 * @alpha
 */
export type Claim = {
  value: string;
  /** The time of the event, in milliseconds since 1970. */
  at: number;
  /** The event: its source and id. */
  by: string;
};

/**
 * The statements of events about one run or deployment. {@link joinClaims} is
 * commutative, associative and idempotent: the result doesn't depend on the
 * order of events or on duplicates.
 *
 * @alpha
 */
export type Claims = Readonly<Record<string, Claim>>;

/**
 * Returns the latest claim for each key. At the same time, the greater event
 * wins.
 *
 * @alpha
 */
export function joinClaims(...all: readonly Claims[]): Claims {
  const joined = new Map<string, Claim>();
  for (const claims of all) {
    for (const [key, claim] of Object.entries(claims)) {
      const known = joined.get(key);
      if (!known || isLater(claim, known)) {
        joined.set(key, claim);
      }
    }
  }
  return Object.fromEntries([...joined].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isLater(a: Claim, b: Claim): boolean {
  if (a.at !== b.at) {
    return a.at > b.at;
  }
  return a.by === b.by ? a.value > b.value : a.by > b.by;
}

const iso = (claim: Claim | undefined) =>
  claim && new Date(claim.at).toISOString();

const FINAL: readonly RunStatus[] = ['succeeded', 'failed', 'cancelled'];

function statusOf(finished: Claim | undefined, started: Claim | undefined) {
  if (finished) {
    return finished.value === 'skipped'
      ? 'cancelled'
      : FINAL.find(each => each === finished.value) ?? 'unknown';
  }
  return started ? 'running' : 'queued';
}

/**
 * The run that claims are about. Keys: `queued`, `started`, `finished` (its
 * value a final status), `pipeline`, `url`, `commit`, `branch`, `actor`; and
 * for stages the same keys after `stage/<id>/`, plus `name`.
 *
 * @alpha
 */
export function toRun(id: string, provider: string, claims: Claims): Run {
  const optional = (key: 'commit' | 'branch' | 'actor' | 'url') =>
    claims[key] && { [key]: claims[key].value };
  return {
    id,
    provider,
    pipeline: claims.pipeline?.value ?? id,
    status: statusOf(claims.finished, claims.started),
    stages: toStages(claims),
    ...optional('commit'),
    ...optional('branch'),
    ...optional('actor'),
    ...(claims.started && { startedAt: iso(claims.started) }),
    ...(claims.finished && { finishedAt: iso(claims.finished) }),
    ...optional('url'),
  };
}

/** In the order in which they were first heard of to begin. */
function toStages(claims: Claims): RunStage[] {
  const stages = new Map<string, Record<string, Claim>>();
  for (const [key, claim] of Object.entries(claims)) {
    const match = /^stage\/(.*)\/([a-z]+)$/s.exec(key);
    if (match) {
      const stage = stages.get(match[1]) ?? {};
      stage[match[2]] = claim;
      stages.set(match[1], stage);
    }
  }
  const beginOf = ({ queued, started, finished }: Record<string, Claim>) =>
    (queued ?? started ?? finished)?.at ?? 0;
  return [...stages]
    .sort(
      ([idA, a], [idB, b]) => beginOf(a) - beginOf(b) || (idA < idB ? -1 : 1),
    )
    .map(([id, stage]) => ({
      name: stage.name?.value ?? id,
      status:
        stage.finished?.value === 'skipped'
          ? 'skipped'
          : statusOf(stage.finished, stage.started),
      ...(stage.started && { startedAt: iso(stage.started) }),
      ...(stage.finished && { finishedAt: iso(stage.finished) }),
      ...(stage.url && { url: stage.url.value }),
    }));
}

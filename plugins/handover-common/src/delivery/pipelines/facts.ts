import type { RunStage, Run, RunStatus } from './types';

/** Something that an event said, with what is needed to tell which event is later. */
export type Fact = {
  value: string;
  /** When it was so, in milliseconds since 1970. */
  at: number;
  /** The event: its source and id. */
  by: string;
};

/**
 * What events said about one thing. Joined by {@link joinFacts}, which is
 * commutative, associative and idempotent: whatever order events come in, and
 * however often, they add up to the same.
 */
export type Facts = Readonly<Record<string, Fact>>;

/** Of each key the latest; of the same instant the one of the greater event. */
export function joinFacts(...all: readonly Facts[]): Facts {
  const joined = new Map<string, Fact>();
  for (const facts of all) {
    for (const [key, fact] of Object.entries(facts)) {
      const known = joined.get(key);
      if (!known || isLater(fact, known)) {
        joined.set(key, fact);
      }
    }
  }
  return Object.fromEntries([...joined].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isLater(a: Fact, b: Fact): boolean {
  if (a.at !== b.at) {
    return a.at > b.at;
  }
  return a.by === b.by ? a.value > b.value : a.by > b.by;
}

const iso = (fact: Fact | undefined) => fact && new Date(fact.at).toISOString();

const FINAL: readonly RunStatus[] = ['succeeded', 'failed', 'cancelled'];

function statusOf(finished: Fact | undefined, started: Fact | undefined) {
  if (finished) {
    return finished.value === 'skipped'
      ? 'cancelled'
      : FINAL.find(each => each === finished.value) ?? 'failed';
  }
  return started ? 'running' : 'queued';
}

/**
 * The run that facts are about. Keys: `queued`, `started`, `finished` (its
 * value a final status), `pipeline`, `url`, `commit`, `branch`, `actor`; and of
 * stages the same after `stage/<id>/`, where `name` is what it is called.
 */
export function toRun(id: string, provider: string, facts: Facts): Run {
  const optional = (key: 'commit' | 'branch' | 'actor' | 'url') =>
    facts[key] && { [key]: facts[key].value };
  return {
    id,
    provider,
    pipeline: facts.pipeline?.value ?? id,
    status: statusOf(facts.finished, facts.started),
    stages: toStages(facts),
    ...optional('commit'),
    ...optional('branch'),
    ...optional('actor'),
    ...(facts.started && { startedAt: iso(facts.started) }),
    ...(facts.finished && { finishedAt: iso(facts.finished) }),
    ...optional('url'),
  };
}

/** In the order in which they were first heard of to begin. */
function toStages(facts: Facts): RunStage[] {
  const stages = new Map<string, Record<string, Fact>>();
  for (const [key, fact] of Object.entries(facts)) {
    const match = /^stage\/(.*)\/([a-z]+)$/s.exec(key);
    if (match) {
      const stage = stages.get(match[1]) ?? {};
      stage[match[2]] = fact;
      stages.set(match[1], stage);
    }
  }
  const beginOf = ({ queued, started, finished }: Record<string, Fact>) =>
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

import { saysDeploy, saysOtherwise } from './scriptName';
import type { Effect } from './types';

/** What a job does, as far as it is proved. */
export type JobEffect =
  | { kind: 'deploys' }
  | { kind: 'publishes'; what: string }
  /** Waits until somebody agrees, and does nothing else. */
  | { kind: 'asks' }
  /** Does nothing to the environment that it names, which may ask for approval. */
  | { kind: 'mayAsk' }
  | { kind: 'runs' }
  /** It may deploy; `what` is not known. */
  | { kind: 'unknown'; what: string };

/**
 * What a job does, from what its commands and actions do. Its name proves nothing:
 * it only casts doubt.
 *
 * @param declares - it names an environment that it says it deploys to
 */
export function jobEffect(
  effects: readonly Effect[],
  job: { name: string; declares: boolean },
): JobEffect {
  const has = (kind: Effect['kind']) =>
    effects.some(effect => effect.kind === kind);
  const isLocal = has('local');
  const deploying = effects.filter(
    ({ kind, inCluster }) => kind === 'deploys' && !(isLocal && inCluster),
  );
  if (deploying.length > 0 || (has('uploads') && has('invalidates'))) {
    return { kind: 'deploys' };
  }
  const published = effects.flatMap(({ kind, what }) =>
    kind === 'publishes' && what ? [what] : [],
  );
  const opaque = effects.find(
    ({ kind }) => kind === 'opaque' || kind === 'uploads',
  );
  const isElse = has('removes') || isLocal || saysOtherwise(job.name);
  // What publishes may deploy as well, where it calls something by that name.
  const mayDeploy =
    published.length > 0
      ? effects.some(
          ({ kind, what }) => kind === 'opaque' && saysDeploy(what ?? ''),
        )
      : opaque !== undefined || effects.length === 0;
  if (job.declares && !isElse && mayDeploy) {
    return { kind: 'deploys' };
  }
  if (published.length > 0) {
    return { kind: 'publishes', what: listOf(published) };
  }
  if (has('asks')) {
    return { kind: 'asks' };
  }
  if (job.declares && !has('removes') && !opaque && !saysOtherwise(job.name)) {
    return { kind: 'mayAsk' };
  }
  return opaque?.what && !isElse && published.length === 0
    ? { kind: 'unknown', what: opaque.what }
    : { kind: 'runs' };
}

/** `a package and a container image` */
export function listOf(items: readonly string[], word = 'and'): string {
  const distinct = [...new Set(items)];
  return distinct.length > 1
    ? `${distinct.slice(0, -1).join(', ')} ${word} ${distinct.at(-1)}`
    : distinct[0] ?? '';
}

import { Environments } from '../environments/Environments';
import { promotionOrder, type PromotionEnvironment } from './promotionOrder';
import { byTime } from './time';
import type { Artifact } from '../artifacts/Artifact';
import type { Deployment, Run } from './types';

/**
 * How far an environment is behind the one that its artifacts come from.
 *
 * @public
 */
export type PromotionDrift = {
  /** The environment that is ahead. */
  from: string;
  /** Different commits deployed there since. Absent if unknown. */
  commits?: number;
  /** Different versions deployed there since. Absent if unknown. */
  versions?: number;
  /** Since when it is ahead, RFC 3339. */
  since?: string;
};

/**
 * One environment of the promotion path.
 *
 * @public
 */
export type PromotionStep = {
  name: string;
  /** The current deployment: the last one that succeeded and was not rolled back. */
  deployment?: Deployment;
  /** The run that made it. */
  run?: Run;
  /** The deployment before it. */
  previous?: Deployment;
  /** A later deployment that is running, failed or was rolled back. */
  attempt?: Deployment;
  /** Absent if both environments have the same artifact, or one has none. */
  drift?: PromotionDrift;
  /** Whether the same artifact was deployed to the previous environment. */
  sameArtifact?: 'same' | 'different' | 'unknown';
};

/**
 * Which version of a service is deployed in each environment, and whether it
 * was promoted unchanged.
 *
 * @public
 */
export type PromotionPath = {
  environments: PromotionStep[];
  /** Whether every deployed artifact was built once and promoted unchanged. */
  builtOnce: 'yes' | 'no' | 'unknown';
};

/**
 * Computes the promotion path along a document's environments. Linear in the
 * number of deployments if they are sorted by time, in either direction.
 *
 * @alpha
 */
export function promotionPath(options: {
  environments: readonly PromotionEnvironment[];
  /** Deployments of one entity, in any order. */
  deployments: readonly Deployment[];
  /** The runs that made them, if known. */
  runs: readonly Run[];
  /** The known environments. The default is the built-in ones. */
  known?: Environments;
}): PromotionPath {
  const known = (options.known ?? Environments.builtIn()).with(
    options.environments.flatMap(({ name }) => name ?? []),
  );
  const runs = new Map(options.runs.map(run => [runKey(run, run.id), run]));
  const histories = new Map<string, Deployment[]>();
  for (const deployment of byTime(options.deployments)) {
    const { name: key } = known.resolve(deployment.environment);
    const history = histories.get(key);
    if (history) {
      history.push(deployment);
    } else {
      histories.set(key, [deployment]);
    }
  }

  const historyOf = (environment: string) => histories.get(environment) ?? [];

  const environments = promotionOrder(options.environments, known).map(
    ({ name, from }): PromotionStep => {
      const history = historyOf(name);
      const inPlace = history.filter(isInPlace);
      const deployment = deploymentInPlace(history);
      const latest = history.at(-1);
      const step: PromotionStep = {
        name,
        ...(deployment && { deployment }),
        ...(latest && latest !== deployment && { attempt: latest }),
      };
      if (!deployment) {
        return step;
      }
      const run =
        deployment.runId && runs.get(runKey(deployment, deployment.runId));
      const previous = inPlace.findLast(
        each => compareArtifacts(each, deployment) === 'different',
      );
      return {
        ...step,
        ...(run && { run }),
        ...(previous && { previous }),
        ...(from !== undefined &&
          compareWith(from, historyOf(from), deployment)),
      };
    },
  );

  const comparisons = environments.flatMap(each => each.sameArtifact ?? []);
  return { environments, builtOnce: builtOnce(comparisons) };
}

function builtOnce(
  comparisons: readonly ('same' | 'different' | 'unknown')[],
): PromotionPath['builtOnce'] {
  if (comparisons.includes('different')) {
    return 'no';
  }
  return comparisons.length === 0 || comparisons.includes('unknown')
    ? 'unknown'
    : 'yes';
}

function compareWith(
  from: string,
  history: readonly Deployment[],
  deployment: Deployment,
): Pick<PromotionStep, 'drift' | 'sameArtifact'> {
  const arrived = history.filter(each => hasArrived(each));
  const ahead = deploymentInPlace(arrived);
  const found = arrived.findLastIndex(each => isSameChange(each, deployment));
  const sameArtifact = sameArtifactIn(arrived, deployment);
  if (!ahead || isSameChange(ahead, deployment)) {
    return { sameArtifact };
  }
  const later = found < 0 ? undefined : arrived.slice(found + 1);
  return {
    sameArtifact,
    drift: {
      from,
      ...(later && {
        ...count('commits', later, each => each.commit),
        ...count('versions', later, each => each.artifact?.version),
        ...(later[0] && { since: later[0].at }),
      }),
    },
  };
}

/** Different values, where each deployment has one. */
function count<K extends string>(
  key: K,
  deployments: readonly Deployment[],
  valueOf: (deployment: Deployment) => string | undefined,
): { [key in K]?: number } {
  const values = deployments.map(valueOf);
  return values.includes(undefined)
    ? {}
    : ({ [key]: new Set(values).size } as { [key in K]: number });
}

function sameArtifactIn(
  arrived: readonly Deployment[],
  deployment: Deployment,
): PromotionStep['sameArtifact'] {
  if (
    !deployment.artifact?.digest ||
    arrived.every(each => !each.artifact?.digest)
  ) {
    return 'unknown';
  }
  const { digest } = deployment.artifact;
  return arrived.some(each => each.artifact?.digest === digest)
    ? 'same'
    : 'different';
}

/** It is, or was for a time, in the environment. */
function hasArrived({ outcome }: Deployment): boolean {
  return ['succeeded', 'rolledBack', 'removed'].includes(outcome);
}

/** The last that succeeded, unless the environment was torn down since. */
function deploymentInPlace(
  history: readonly Deployment[],
): Deployment | undefined {
  const removed = history.findLastIndex(each => each.outcome === 'removed');
  return history.findLast((each, index) => index > removed && isInPlace(each));
}

function isInPlace({ outcome }: Deployment): boolean {
  return outcome === 'succeeded';
}

/** The same code: by digest where both have one, else by commit or version. */
function isSameChange(a: Deployment, b: Deployment): boolean {
  return compareArtifacts(a, b) === 'same';
}

function compareArtifacts(
  a: Deployment,
  b: Deployment,
): 'same' | 'different' | 'unknown' {
  const keys: ((each: Deployment) => string | undefined)[] = [
    each => each.artifact?.digest,
    each => each.commit,
    each => versionOf(each.artifact),
  ];
  for (const keyOf of keys) {
    const [ofA, ofB] = [keyOf(a), keyOf(b)];
    if (ofA !== undefined && ofB !== undefined) {
      return ofA === ofB ? 'same' : 'different';
    }
  }
  return 'unknown';
}

function versionOf(artifact: Artifact | undefined): string | undefined {
  return artifact?.version;
}

function runKey({ provider }: { provider: string }, id: string): string {
  return JSON.stringify([provider, id]);
}

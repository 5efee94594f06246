import type { HelmRelease, Workload, WorkloadRevision } from './types';
import { quoted } from './quoted';
import {
  type Jump,
  lastLiveOf,
  type RollbackNote,
  rollbackNotes,
} from './rollbackNotes';

/**
 * Why there is no rollback target.
 *
 * @alpha
 */
export type NoRollback =
  /** Could not read the revision history. */
  | 'historyUnknown'
  /** Kubernetes keeps no revision but the current one. */
  | 'noEarlierRevision';

/**
 * How to roll a workload back.
 *
 * @alpha
 */
export type Rollback = {
  current?: WorkloadRevision;
  /** The target revision: the latest before the current one. */
  target?: WorkloadRevision;
  /** A one-line shell command. Undefined if there is no target. */
  command?: string;
  missing?: NoRollback;
  notes?: RollbackNote[];
  /** Until when the target was live, RFC 3339. Undefined if it still serves. */
  lastLiveAt?: string;
  /**
   * The tool that manages the workload and would revert a rollback with
   * kubectl. The command uses it instead.
   */
  manager?: Workload['manager'];
  /**
   * The command to run first if Argo CD syncs automatically, because it doesn't
   * roll back then.
   */
  stopAutoSync?: string;
};

/**
 * Where the commands are run.
 *
 * @alpha
 */
export type RollbackPlace = {
  /**
   * Name of the context in the reader's kubeconfig, which is the cluster's name
   * unless they chose another.
   */
  context?: string;
};

/** How the kinds that have rollouts are undone. */
const UNDO: {
  [kind in Workload['kind']]?: (
    workload: Workload,
    revision: number,
    place: RollbackPlace,
  ) => string;
} = {
  Deployment: undoWithKubectl,
  StatefulSet: undoWithKubectl,
  DaemonSet: undoWithKubectl,
  // kubectl takes no flags before the name of a plugin.
  Rollout: ({ name, namespace }, revision, { context }) =>
    [
      `kubectl argo rollouts undo ${quoted(name)}`,
      ...flag('--context', context),
      ...flag('--namespace', namespace),
      `--to-revision=${revision}`,
    ].join(' '),
};

/**
 * Returns how to roll a workload back, as commands that the cluster or tool
 * accepts. Undefined for kinds without rollouts, such as a CronJob. Workloads
 * that Helm, Argo CD or Flux manage are rolled back with these tools, or
 * suspended first, because the tools would revert the rollback.
 *
 * @param options - where the commands are run, and the time (`now`) that says
 *   whether the target was last live long ago
 *
 * @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_rollout/kubectl_rollout_undo/
 * @see https://argo-rollouts.readthedocs.io/en/stable/generated/kubectl-argo-rollouts/kubectl-argo-rollouts_undo/
 * @see https://helm.sh/docs/helm/helm_rollback/
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/commands/argocd_app_rollback/
 * @see https://fluxcd.io/flux/cmd/flux_suspend/
 *
 * @alpha
 */
export function rollbackOf(
  workload: Workload,
  options: RollbackPlace & { now: Date },
): Rollback | undefined {
  const undo = UNDO[workload.kind];
  if (!undo) {
    return undefined;
  }
  const { now, ...place } = options;
  const { hasHistory, manager, isPaused } = workload;
  const { current, target } = revisionsOf(workload);
  const lastLiveAt = lastLiveOf(workload, target);
  const notes = rollbackNotes(
    workload,
    { current, target },
    { now, lastLiveAt },
  );
  const shared = {
    ...(current ? { current } : {}),
    ...(target ? { target } : {}),
    ...(lastLiveAt ? { lastLiveAt } : {}),
    ...(manager ? { manager } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
  const resume = isPaused ? [resumeCommand(workload, place)] : [];
  // kubectl refuses to undo what is paused. The other tools do not, but what
  // they apply stays unseen until it is resumed.
  const suspend =
    manager?.kind === 'flux' ? [suspendCommand(manager, place)] : [];
  const release = manager?.kind === 'flux' ? manager.helm : manager;
  if (manager?.kind === 'argocd') {
    const application = [manager.namespace, manager.application]
      .flatMap(each => each ?? [])
      .join('/');
    return {
      ...shared,
      command: chained(`argocd app rollback ${quoted(application)}`, ...resume),
      stopAutoSync: `argocd app set ${quoted(application)} --sync-policy none`,
    };
  }
  if (release && 'release' in release) {
    return {
      ...shared,
      command: chained(
        ...suspend,
        helmCommand(release, workload, place),
        ...resume,
      ),
    };
  }
  if (!target) {
    return {
      ...shared,
      // A workload always has its current revision: without one, none was found.
      missing:
        hasHistory && workload.revisions.length > 0
          ? 'noEarlierRevision'
          : 'historyUnknown',
    };
  }
  return {
    ...shared,
    command: chained(
      ...suspend,
      ...resume,
      undo(workload, target.number, place),
    ),
  };
}

function undoWithKubectl(
  workload: Workload,
  revision: number,
  place: RollbackPlace,
): string {
  return `${kubectl(workload, place)} rollout undo ${nameOf(
    workload,
  )} --to-revision=${revision}`;
}

/** Only Deployments can be paused. */
function resumeCommand(workload: Workload, place: RollbackPlace): string {
  return `${kubectl(workload, place)} rollout resume ${nameOf(workload)}`;
}

/** Without a revision it goes back to the release before, as `helm history` counts. */
function helmCommand(
  { release, namespace }: HelmRelease,
  workload: Workload,
  { context }: RollbackPlace,
): string {
  return [
    `helm rollback ${quoted(release)}`,
    ...flag('--kube-context', context),
    ...flag('--namespace', namespace ?? workload.namespace),
  ].join(' ');
}

function suspendCommand(
  manager: Extract<Workload['manager'], { kind: 'flux' }>,
  { context }: RollbackPlace,
): string {
  return [
    `flux suspend ${manager.resource} ${quoted(manager.name)}`,
    ...flag('--context', context),
    ...flag('--namespace', manager.namespace),
  ].join(' ');
}

/** The latest revision before the current one: the second latest if the current one is not known. */
function revisionsOf({ revisions }: Workload): Jump {
  const current = revisions.find(each => each.isCurrent);
  return current
    ? {
        current,
        target: revisions.find(each => each.number < current.number),
      }
    : { target: revisions.at(1) };
}

function kubectl({ namespace }: Workload, { context }: RollbackPlace): string {
  return [
    'kubectl',
    ...flag('--context', context),
    ...flag('--namespace', namespace),
  ].join(' ');
}

function nameOf({ kind, name }: Workload): string {
  return quoted(`${kind.toLowerCase()}/${name}`);
}

/** Each runs only if the one before succeeded. */
function chained(...commands: string[]): string {
  return commands.join(' && ');
}

function flag(name: string, value: string | undefined): string[] {
  return value ? [`${name} ${quoted(value)}`] : [];
}

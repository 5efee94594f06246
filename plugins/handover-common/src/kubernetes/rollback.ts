import type { Workload, WorkloadKind, WorkloadRevision } from './types';

/** Kinds that `kubectl rollout` knows. */
const ROLLED_OUT: WorkloadKind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Why there is nothing to go back to. */
export type NoRollback =
  /** Its history could not be read. */
  | 'historyUnknown'
  /** Kubernetes keeps no revision but the current one. */
  | 'noEarlierRevision';

/** How a workload goes back to what ran before. */
export type Rollback = {
  current?: WorkloadRevision;
  /** The revision it goes back to: the latest before the current one. */
  target?: WorkloadRevision;
  /** One line for a shell; undefined where there is nothing to go back to. */
  command?: string;
  missing?: NoRollback;
  /** Who would undo a rollback made with kubectl: it has to be asked instead. */
  manager?: Workload['manager'];
};

/**
 * How a workload is rolled back; undefined for what has no rollouts, such as a
 * CronJob. What Helm or Argo CD manages is rolled back by them: otherwise it
 * comes back with their next run.
 *
 * @param place.context - name of the context in the reader's kubeconfig, which
 * is the cluster's name unless they chose another
 *
 * @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_rollout/kubectl_rollout_undo/
 * @see https://helm.sh/docs/helm/helm_rollback/
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/commands/argocd_app_rollback/
 */
export function rollbackOf(
  workload: Workload,
  place: { context?: string },
): Rollback | undefined {
  const { kind, name, namespace, revisions, hasHistory, manager } = workload;
  if (!ROLLED_OUT.includes(kind)) {
    return undefined;
  }
  const current = revisions.find(each => each.isCurrent);
  const target = revisions.find(
    each => !each.isCurrent && (!current || each.number < current.number),
  );
  const shared = {
    ...(current ? { current } : {}),
    ...(target ? { target } : {}),
    ...(manager ? { manager } : {}),
  };
  // Releases and applications have histories of their own, which go back to
  // the one before unless told otherwise.
  if (manager?.kind === 'argocd') {
    return {
      ...shared,
      command: `argocd app rollback ${quoted(manager.application)}`,
    };
  }
  if (manager?.kind === 'helm') {
    return {
      ...shared,
      command: [
        `helm rollback ${quoted(manager.release)}`,
        ...flag('--kube-context', place.context),
        ...flag('--namespace', manager.namespace ?? namespace),
      ].join(' '),
    };
  }
  if (!target) {
    return {
      ...shared,
      missing: hasHistory ? 'noEarlierRevision' : 'historyUnknown',
    };
  }
  return {
    ...shared,
    command: [
      'kubectl',
      ...flag('--context', place.context),
      ...flag('--namespace', namespace),
      `rollout undo ${kind.toLowerCase()}/${quoted(name)}`,
      `--to-revision=${target.number}`,
    ].join(' '),
  };
}

function flag(name: string, value: string | undefined): string[] {
  return value ? [`${name} ${quoted(value)}`] : [];
}

/** As one word of a POSIX shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}

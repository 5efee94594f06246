import { builtByPipeline } from '../../delivery/builtByPipeline';
import type { Deployment } from '../../delivery/types';
import type { HandoverDocument } from '../../documents/schema';
import type { Environments } from '../../environments/Environments';
import { documentedRollbacks } from '../../kubernetes/documentedRollback';
import {
  documentedTargets,
  staleTargets,
} from '../../kubernetes/documentedTargets';
import {
  productionWorkloads,
  whyProductionUnknown,
} from '../../kubernetes/productionWorkloads';
import type {
  ClusterSetup,
  WorkloadSetup,
} from '../../kubernetes/workloadSetup';
import type { FactDefinition, FactType, FactValue } from './types';

const BOOL: FactType = { kind: 'bool' };
const INT: FactType = { kind: 'int' };

function observed(
  name: string,
  type: FactType,
  description: string,
): FactDefinition {
  return { name, type, basis: 'observed', description };
}

/** Facts from the clusters, as they were last read. */
export const KUBERNETES_FACTS: readonly FactDefinition[] = [
  observed(
    'kubernetes.workloads',
    INT,
    'Deployments, StatefulSets, DaemonSets and Argo Rollouts in production.',
  ),
  observed(
    'kubernetes.minReplicasInProduction',
    INT,
    'The lowest replica count of the workloads in production, without DaemonSets. For a workload with an autoscaler, the minimum of the autoscaler counts.',
  ),
  observed(
    'kubernetes.rollbackTargetExists',
    BOOL,
    'Whether each workload in production has an earlier revision, and the documented `kubectl rollout undo` commands name only workloads and revisions that exist.',
  ),
  observed(
    'kubernetes.rollbackToolMatches',
    BOOL,
    'Whether the documented commands that roll back workloads in production use the tool that manages them. Argo CD and Flux revert other changes, and the next Helm release overwrites them.',
  ),
  observed(
    'kubernetes.imageBuiltByPipeline',
    BOOL,
    'Whether each workload in production runs an image from a deployment that a pipeline or event reported.',
  ),
];

/** How long a pipeline may take to report a rollout that the cluster shows. */
const REPORT_MS = 3_600_000;

/**
 * What an entity runs in Kubernetes and what that is compared with, or why it is
 * not known.
 *
 * @alpha
 */
export type KubernetesFactInput =
  | {
      /** Every cluster of the portal in which the entity can be. */
      clusters: readonly ClusterSetup[];
      /** Undefined without a handover. */
      document?: HandoverDocument;
      /** Those that are configured. */
      environments: Environments;
      /** Latest deployments into any environment, or why they are not known. */
      deployments: readonly Deployment[] | { missing: string };
      /** Why a deployment may be absent from them. */
      failing?: string;
    }
  | { missing: string };

/** The values of `KUBERNETES_FACTS` for an entity. */
export function kubernetesFactValues(
  input: KubernetesFactInput,
  now: Date,
): [name: string, value: FactValue][] {
  const found = 'missing' in input ? input : productionWorkloads(input);
  if ('missing' in input || 'missing' in found) {
    return KUBERNETES_FACTS.map(({ name }) => [
      name,
      found as { missing: string },
    ]);
  }
  const { workloads } = found;
  const unknown = whyProductionUnknown(found);
  const ofWorkloads = (valueOf: () => FactValue): FactValue =>
    unknown === undefined ? valueOf() : { missing: unknown };
  return [
    ['kubernetes.workloads', { value: workloads.length }],
    [
      'kubernetes.minReplicasInProduction',
      ofWorkloads(() => fewestReplicas(workloads)),
    ],
    [
      'kubernetes.rollbackTargetExists',
      ofWorkloads(() => hasRollbackTarget(workloads, input)),
    ],
    [
      'kubernetes.rollbackToolMatches',
      ofWorkloads(() => isRolledBackWithItsTool(workloads, input)),
    ],
    [
      'kubernetes.imageBuiltByPipeline',
      ofWorkloads(() => isBuilt(workloads, input, now)),
    ],
  ];
}

type Known = Exclude<KubernetesFactInput, { missing: string }>;

function fewestReplicas(workloads: readonly WorkloadSetup[]): FactValue {
  const scaled = workloads.filter(({ kind }) => kind !== 'DaemonSet');
  const unknown = scaled.find(each => each.replicas === undefined);
  if (unknown) {
    return { missing: `the replicas of ${labelOf(unknown)} are not known` };
  }
  const replicas = scaled.flatMap(each => each.replicas ?? []);
  return replicas.length > 0
    ? { value: Math.min(...replicas) }
    : { missing: 'only DaemonSets run in production' };
}

function hasRollbackTarget(
  workloads: readonly WorkloadSetup[],
  { clusters, document }: Known,
): FactValue {
  if (workloads.some(({ rollback }) => rollback === 'noEarlierRevision')) {
    return { value: false };
  }
  const targets = documentedTargets(document?.rollback);
  const unread = clusters.find(({ problem }) => problem !== undefined);
  if (targets.length > 0 && unread) {
    return {
      missing: `a workload that the documented rollback names may be in ${nameOf(
        unread,
      )}`,
    };
  }
  const all = clusters.flatMap(each => each.workloads);
  const stale = staleTargets(targets, all);
  if (stale.some(({ gone }) => gone === 'revision')) {
    return { value: false };
  }
  const [other] = stale;
  if (other) {
    // It may be of another entity.
    return {
      missing: `${labelOf(
        other,
      )} was not found among the workloads of the entity`,
    };
  }
  const unknown = workloads.find(({ rollback }) => rollback === 'unknown');
  return unknown
    ? { missing: `the earlier revisions of ${labelOf(unknown)} are not known` }
    : { value: true };
}

function isRolledBackWithItsTool(
  workloads: readonly WorkloadSetup[],
  { document }: Known,
): FactValue {
  const steps = workloads.flatMap(each =>
    documentedRollbacks(document?.rollback, each),
  );
  return steps.length > 0
    ? { value: steps.every(({ needs }) => needs === undefined) }
    : { missing: 'no documented command rolls back what runs in production' };
}

function isBuilt(
  workloads: readonly WorkloadSetup[],
  { deployments, failing }: Known,
  now: Date,
): FactValue {
  if ('missing' in deployments) {
    return deployments;
  }
  const results = workloads.map(workload => ({
    workload,
    built: builtByPipeline(workload.images, deployments),
  }));
  const foreign = results.filter(({ built }) => built === 'no');
  const oldest = Math.min(...deployments.map(({ at }) => Date.parse(at)));
  const whys = foreign.map(({ workload }) =>
    whyUnreported(workload, { oldest, now }),
  );
  if (whys.length > 0) {
    const why = failing ?? (whys.includes(undefined) ? undefined : whys[0]);
    return why === undefined ? { value: false } : { missing: why };
  }
  const unknown = results.find(({ built }) => built === 'unknown');
  return unknown
    ? {
        missing: `the images of ${labelOf(
          unknown.workload,
        )} can't be compared with what was deployed`,
      }
    : { value: true };
}

/** Why the pipeline may have deployed what runs, although no deployment says so. */
function whyUnreported(
  workload: WorkloadSetup,
  { oldest, now }: { oldest: number; now: Date },
): string | undefined {
  const { since } = workload;
  if (since === undefined) {
    return `it is not known when ${labelOf(workload)} was rolled out`;
  }
  if (now.getTime() - Date.parse(since) < REPORT_MS) {
    return `${labelOf(workload)} was rolled out less than an hour ago`;
  }
  return Date.parse(since) < oldest
    ? `${labelOf(workload)} was rolled out before the first known deployment`
    : undefined;
}

function labelOf({
  kind,
  name,
}: Pick<WorkloadSetup, 'name'> & { kind: string }): string {
  return `${kind} '${name}'`;
}

function nameOf({ cluster, problem }: ClusterSetup): string {
  return `'${cluster.name}', which could not be read: ${problem}`;
}

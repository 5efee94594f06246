import { imagesOf } from './images';
import type {
  KubernetesControllerRevision,
  KubernetesPod,
  KubernetesReplicaSet,
  ObjectMeta,
  PodTemplate,
} from './objects';
import { toTime } from './time';
import type { WorkloadRevision } from './types';

/** Where the controllers count. */
const REVISIONS = {
  Deployment: 'deployment.kubernetes.io/revision',
  Rollout: 'rollout.argoproj.io/revision',
};
const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/**
 * The revisions of a Deployment or Rollout, which its ReplicaSets are; the
 * latest first.
 *
 * @param owner - where it could be read: it says which revision is current.
 * Otherwise the highest is.
 */
export function replicaSetRevisions(
  kind: keyof typeof REVISIONS,
  replicaSets: readonly KubernetesReplicaSet[],
  pods: KubernetesPod[],
  owner?: { metadata?: ObjectMeta },
): WorkloadRevision[] {
  const numberOf = revisionNumber(kind);
  const numbered = replicaSets.filter(each => Number.isInteger(numberOf(each)));
  const current = owner ? numberOf(owner) : Math.max(...numbered.map(numberOf));
  return numbered
    .map(each =>
      toRevision(numberOf(each), each.metadata, each.spec?.template, pods, {
        isCurrent: numberOf(each) === current,
      }),
    )
    .sort(latestFirst);
}

/** The ReplicaSet of the highest revision. */
export function latestReplicaSet(
  kind: keyof typeof REVISIONS,
  replicaSets: readonly KubernetesReplicaSet[],
): KubernetesReplicaSet | undefined {
  const numberOf = revisionNumber(kind);
  return [...replicaSets]
    .sort((a, b) => (numberOf(a) || 0) - (numberOf(b) || 0))
    .at(-1);
}

/** The revision of an object. NaN if it has none. */
function revisionNumber(kind: keyof typeof REVISIONS) {
  return ({ metadata }: { metadata?: ObjectMeta }) =>
    Number(metadata?.annotations?.[REVISIONS[kind]]);
}

/**
 * The revisions of a StatefulSet or a DaemonSet; the latest first.
 *
 * @param current - name of the one that is rolled out, where the workload says it
 */
export function controllerRevisions(
  revisions: readonly KubernetesControllerRevision[],
  current: string | undefined,
  pods: KubernetesPod[],
): WorkloadRevision[] {
  const highest = Math.max(...revisions.map(each => each.revision ?? 0));
  return revisions
    .flatMap(({ metadata, revision, data }): WorkloadRevision[] =>
      revision === undefined
        ? []
        : [
            toRevision(revision, metadata, templateOf(data), pods, {
              isCurrent: current
                ? metadata?.name === current
                : revision === highest,
            }),
          ],
    )
    .sort(latestFirst);
}

/** The number of the revision that each pod of a Deployment or Rollout runs. */
export function podRevisionsOfReplicaSets(
  kind: keyof typeof REVISIONS,
  podsOf: ReadonlyMap<KubernetesReplicaSet, readonly KubernetesPod[]>,
): Map<KubernetesPod, number> {
  const numberOf = revisionNumber(kind);
  return new Map(
    [...podsOf].flatMap(([replicaSet, pods]) => {
      const number = numberOf(replicaSet);
      return Number.isInteger(number)
        ? pods.map(pod => [pod, number] as const)
        : [];
    }),
  );
}

/**
 * The number of the revision that each pod of a StatefulSet or a DaemonSet runs.
 * The label holds the revision's name, or the end of it.
 */
export function podRevisionsByHash(
  revisions: readonly KubernetesControllerRevision[],
  pods: readonly KubernetesPod[],
): Map<KubernetesPod, number> {
  return new Map(
    pods.flatMap(pod => {
      const hash = pod.metadata?.labels?.['controller-revision-hash'];
      const number = revisions.find(
        ({ metadata }) =>
          hash &&
          (metadata?.name === hash || metadata?.name?.endsWith(`-${hash}`)),
      )?.revision;
      return number === undefined ? [] : [[pod, number] as const];
    }),
  );
}

function toRevision(
  number: number,
  metadata: ObjectMeta | undefined,
  template: PodTemplate | undefined,
  pods: KubernetesPod[],
  { isCurrent }: { isCurrent: boolean },
): WorkloadRevision {
  return {
    number,
    isCurrent,
    images: imagesOf(template?.spec?.containers, pods),
    createdAt: toTime(metadata?.creationTimestamp),
    changeCause: metadata?.annotations?.[CHANGE_CAUSE],
  };
}

/** The pod template in a ControllerRevision, which holds a patch of the spec. */
function templateOf(data: unknown): PodTemplate | undefined {
  const { spec } = (data ?? {}) as { spec?: { template?: PodTemplate } };
  return spec?.template;
}

function latestFirst(a: WorkloadRevision, b: WorkloadRevision): number {
  return b.number - a.number;
}

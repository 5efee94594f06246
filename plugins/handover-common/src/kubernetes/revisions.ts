import { imagesOf } from './images';
import type {
  KubernetesControllerRevision,
  KubernetesDeployment,
  KubernetesPod,
  KubernetesReplicaSet,
  ObjectMeta,
  PodTemplate,
} from './objects';
import { toTime } from './time';
import type { WorkloadRevision } from './types';

/** Where the controller of Deployments counts. */
const REVISION = 'deployment.kubernetes.io/revision';
const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/** The revisions of a Deployment, which its ReplicaSets are; the latest first. */
export function deploymentRevisions(
  deployment: KubernetesDeployment,
  replicaSets: readonly KubernetesReplicaSet[],
  pods: KubernetesPod[],
): WorkloadRevision[] {
  const current = Number(deployment.metadata?.annotations?.[REVISION]);
  return replicaSets
    .flatMap(({ metadata, spec }): WorkloadRevision[] => {
      const number = Number(metadata?.annotations?.[REVISION]);
      return Number.isInteger(number)
        ? [
            toRevision(number, metadata, spec?.template, pods, {
              isCurrent: number === current,
            }),
          ]
        : [];
    })
    .sort(latestFirst);
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

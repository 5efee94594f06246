import { toAutoscaler } from './autoscalers';
import { hostsOf } from './hosts';
import { imagesOf } from './images';
import type {
  Condition,
  KubernetesAutoscaler,
  KubernetesCronJob,
  KubernetesDaemonSet,
  KubernetesDeployment,
  KubernetesJob,
  KubernetesObjects,
  KubernetesPod,
  KubernetesReplicaSet,
  KubernetesStatefulSet,
  ObjectMeta,
  PodTemplate,
  Time,
} from './objects';
import { endOf } from './jobs';
import { managerOf } from './manager';
import { keyOf, Owners } from './ownership';
import {
  conditionOf,
  daemonSetProgress,
  DEFAULT_REPLICAS,
  deploymentProgress,
  isUpdatedOnDelete,
  type Progress,
  statefulSetProgress,
  wasNeverComplete,
} from './progress';
import { podStatus } from './podStatus';
import { replacedPods } from './replacedPods';
import {
  controllerRevisions,
  latestReplicaSet,
  podRevisionsByHash,
  podRevisionsOfReplicaSets,
  replicaSetRevisions,
} from './revisions';
import { comparePods, summarizePod } from './summarizePod';
import { toTime } from './time';
import type {
  Autoscaler,
  PodSummary,
  Workload,
  WorkloadKind,
  WorkloadRevision,
  WorkloadState,
} from './types';

const STATES: WorkloadState[] = [
  'failing',
  'degraded',
  'progressing',
  'healthy',
  'stopped',
];

class Summarizer {
  readonly #objects: KubernetesObjects;
  readonly #now: Date;
  readonly #pods: Owners<KubernetesPod>;
  readonly #replicaSets;
  readonly #revisions;
  readonly #jobs: Owners<KubernetesJob>;
  readonly #autoscalers: Map<string, KubernetesAutoscaler>;
  readonly #events = new Map<
    string,
    NonNullable<KubernetesObjects['events']>
  >();
  /** Pods that a workload has been found for. */
  readonly #placed = new Set<KubernetesPod>();

  constructor(objects: KubernetesObjects, now: Date) {
    this.#objects = objects;
    this.#now = now;
    this.#pods = new Owners(objects.pods);
    this.#replicaSets = new Owners(objects.replicaSets);
    this.#revisions = new Owners(objects.controllerRevisions);
    this.#jobs = new Owners(objects.jobs);
    this.#autoscalers = new Map(
      (objects.autoscalers ?? []).map(each => [
        keyOf(
          each.spec?.scaleTargetRef?.kind,
          each.metadata?.namespace,
          each.spec?.scaleTargetRef?.name,
        ),
        each,
      ]),
    );
    for (const event of objects.events ?? []) {
      const { kind, namespace, name } = event.involvedObject ?? {};
      const key = keyOf(kind, namespace, name);
      const known = this.#events.get(key);
      if (known) {
        known.push(event);
      } else {
        this.#events.set(key, [event]);
      }
    }
  }

  all(): Workload[] {
    const { deployments, statefulSets, daemonSets, cronJobs, jobs, pods } =
      this.#objects;
    const scheduling = new Set(
      (cronJobs ?? []).map(({ metadata }) =>
        keyOf('CronJob', metadata?.namespace, metadata?.name),
      ),
    );
    return [
      ...(deployments ?? []).map(each => this.#deployment(each)),
      ...(statefulSets ?? []).map(each => this.#statefulSet(each)),
      ...(daemonSets ?? []).map(each => this.#daemonSet(each)),
      ...this.#rollouts(),
      ...(cronJobs ?? []).map(each => this.#cronJob(each)),
      ...(jobs ?? [])
        .filter(each => !isOwnedBy(each.metadata, scheduling))
        .map(each => this.#job(each)),
      // Last, when it is known which are left.
      ...(pods ?? [])
        .filter(each => !this.#placed.has(each))
        .map(each => this.#pod(each)),
    ];
  }

  #deployment(deployment: KubernetesDeployment): Workload {
    const { spec, status } = deployment;
    const replicaSets = this.#replicaSets.of('Deployment', deployment);
    const podsOf = this.#podsOf(replicaSets);
    const pods = [...podsOf.values()].flat();
    const desired = spec?.replicas ?? DEFAULT_REPLICAS;
    const progressing = conditionOf(status?.conditions, 'Progressing');
    return this.#workload('Deployment', deployment, {
      pods,
      podRevisions: podRevisionsOfReplicaSets('Deployment', podsOf),
      replaced: this.#replacedOf(replicaSets, desired),
      isLongRunning: true,
      template: spec?.template,
      ready: status?.readyReplicas ?? 0,
      desired,
      progress: deploymentProgress(deployment),
      neverComplete: wasNeverComplete(deployment),
      revisions: replicaSetRevisions(
        'Deployment',
        replicaSets,
        pods,
        deployment,
      ),
      hasHistory: this.#objects.replicaSets !== undefined,
      isPaused: spec?.paused,
      rolledOutAt:
        progressing?.reason === 'NewReplicaSetAvailable'
          ? progressing.lastUpdateTime
          : undefined,
    });
  }

  #statefulSet(statefulSet: KubernetesStatefulSet): Workload {
    const { spec, status } = statefulSet;
    const pods = this.#pods.of('StatefulSet', statefulSet);
    const history = this.#revisions.of('StatefulSet', statefulSet);
    const desired = spec?.replicas ?? DEFAULT_REPLICAS;
    return this.#workload('StatefulSet', statefulSet, {
      pods,
      podRevisions: podRevisionsByHash(history, pods),
      replaced: replacedPods(pods, desired),
      isLongRunning: true,
      template: spec?.template,
      ready: status?.readyReplicas ?? 0,
      desired,
      progress: statefulSetProgress(statefulSet),
      revisions: controllerRevisions(history, status?.updateRevision, pods),
      hasHistory: this.#objects.controllerRevisions !== undefined,
      isUpdatedOnDelete: isUpdatedOnDelete(spec),
    });
  }

  #daemonSet(daemonSet: KubernetesDaemonSet): Workload {
    const { spec, status } = daemonSet;
    const pods = this.#pods.of('DaemonSet', daemonSet);
    const history = this.#revisions.of('DaemonSet', daemonSet);
    const desired = status?.desiredNumberScheduled ?? 0;
    return this.#workload('DaemonSet', daemonSet, {
      pods,
      podRevisions: podRevisionsByHash(history, pods),
      replaced: replacedPods(pods, desired),
      isLongRunning: true,
      template: spec?.template,
      ready: status?.numberReady ?? 0,
      desired,
      progress: daemonSetProgress(daemonSet),
      revisions: controllerRevisions(history, undefined, pods),
      hasHistory: this.#objects.controllerRevisions !== undefined,
      isUpdatedOnDelete: isUpdatedOnDelete(spec),
    });
  }

  /** Argo Rollouts aren't read themselves. They are derived from their ReplicaSets. */
  #rollouts(): Workload[] {
    return this.#replicaSets.owners('Rollout').map(owner => {
      const replicaSets = this.#replicaSets.of('Rollout', owner);
      const podsOf = this.#podsOf(replicaSets);
      const pods = [...podsOf.values()].flat();
      const revisions = replicaSetRevisions('Rollout', replicaSets, pods);
      const latest = latestReplicaSet('Rollout', replicaSets);
      const count = (of: (each: KubernetesReplicaSet) => number | undefined) =>
        replicaSets.reduce((total, each) => total + (of(each) ?? 0), 0);
      const desired = count(({ spec }) => spec?.replicas);
      // It passes its annotations on, the name of what manages it among them.
      const metadata = { ...latest?.metadata, ...owner.metadata };
      return this.#workload(
        'Rollout',
        { metadata },
        {
          pods,
          podRevisions: podRevisionsOfReplicaSets('Rollout', podsOf),
          replaced: this.#replacedOf(replicaSets, desired),
          isLongRunning: true,
          template: latest?.spec?.template,
          ready: count(({ status }) => status?.readyReplicas),
          desired,
          revisions,
          hasHistory: true,
        },
      );
    });
  }

  #podsOf(
    replicaSets: readonly KubernetesReplicaSet[],
  ): Map<KubernetesReplicaSet, KubernetesPod[]> {
    return new Map(
      replicaSets.map(each => [each, this.#pods.of('ReplicaSet', each)]),
    );
  }

  #replacedOf(
    replicaSets: readonly KubernetesReplicaSet[],
    desired: number,
  ): KubernetesPod[] {
    return replicaSets.flatMap(each =>
      replacedPods(
        this.#pods.of('ReplicaSet', each),
        each.spec?.replicas ?? desired,
      ),
    );
  }

  #cronJob(cronJob: KubernetesCronJob): Workload {
    const { spec, status } = cronJob;
    const jobs = this.#jobs
      .of('CronJob', cronJob)
      .sort((a, b) => startOf(b).localeCompare(startOf(a)));
    const finished = jobs.find(each => endOf(each) !== undefined);
    const failed = finished && failureOf(finished);
    // Pods of runs that are over and done tell nothing of now.
    const shown = jobs.filter(
      (each, index) => index === 0 || endOf(each) === undefined,
    );
    const workload = this.#workload('CronJob', cronJob, {
      pods: shown.flatMap(each => this.#pods.of('Job', each)),
      replaced: shown.flatMap(each => this.#retriedPods(each)),
      others: jobs.flatMap(each => this.#pods.of('Job', each)),
      template: spec?.jobTemplate?.spec?.template,
      ready: activeOf(jobs),
      desired: activeOf(jobs),
      message: failed?.message,
    });
    const state = (): WorkloadState => {
      if (failed) {
        return 'failing';
      }
      if (workload.pods.some(each => each.problems.length > 0)) {
        return 'degraded';
      }
      return spec?.suspend ? 'stopped' : 'healthy';
    };
    return {
      ...workload,
      state: state(),
      schedule: {
        cron: spec?.schedule ?? '',
        ...(spec?.timeZone ? { timeZone: spec.timeZone } : {}),
        isSuspended: spec?.suspend ?? false,
        active: status?.active?.length ?? 0,
        lastScheduledAt: toTime(status?.lastScheduleTime),
        lastSucceededAt: toTime(status?.lastSuccessfulTime),
      },
    };
  }

  #job(job: KubernetesJob): Workload {
    const failed = failureOf(job);
    const active = job.status?.active ?? 0;
    const workload = this.#workload('Job', job, {
      pods: this.#pods.of('Job', job),
      replaced: this.#retriedPods(job),
      template: job.spec?.template,
      ready: active,
      desired: active,
      message: failed?.message,
    });
    const state = (): WorkloadState => {
      if (failed) {
        return 'failing';
      }
      if (endOf(job)) {
        return 'healthy';
      }
      // While it waits for the next try it has no pod.
      const isWaiting = active === 0 && workload.state === 'stopped';
      return isWaiting && !job.spec?.suspend ? 'progressing' : workload.state;
    };
    return {
      ...workload,
      state: state(),
      rolledOutAt: toTime(job.status?.startTime),
    };
  }

  /** Pods of a Job that failed, and were tried again since. */
  #retriedPods(job: KubernetesJob): KubernetesPod[] {
    const pods = this.#pods.of('Job', job);
    const { active = 0 } = job.status ?? {};
    const isRetried = endOf(job)?.type === 'Complete' || active > 0;
    return isRetried ? pods.filter(hasFailed) : [];
  }

  #pod(pod: KubernetesPod): Workload {
    const { ready, containers } = podStatus(pod);
    const isOver = pod.status?.phase === 'Succeeded';
    const isReady = containers > 0 && ready === containers;
    return this.#workload('Pod', pod, {
      pods: [pod],
      template: pod,
      ready: isReady && !isOver ? 1 : 0,
      desired: isOver ? 0 : 1,
      rolledOutAt: pod.status?.startTime,
    });
  }

  #workload(
    kind: WorkloadKind,
    { metadata = {} }: { metadata?: ObjectMeta },
    of: {
      pods: KubernetesPod[];
      /** The number of the revision that a pod runs. */
      podRevisions?: ReadonlyMap<KubernetesPod, number>;
      /** Those that ended and run again as another pod. */
      replaced?: KubernetesPod[];
      /** Pods that are not shown and belong to no other workload. */
      others?: KubernetesPod[];
      /** Its pods are not meant to complete. */
      isLongRunning?: boolean;
      template: PodTemplate | undefined;
      ready: number;
      desired: number;
      message?: string;
      progress?: Progress;
      neverComplete?: boolean;
      isPaused?: boolean;
      isUpdatedOnDelete?: boolean;
      revisions?: WorkloadRevision[];
      hasHistory?: boolean;
      rolledOutAt?: Time;
    },
  ): Workload {
    for (const pod of [...of.pods, ...(of.others ?? [])]) {
      this.#placed.add(pod);
    }
    const replaced = new Set(of.replaced);
    const pods = of.pods
      .map(pod =>
        summarizePod(pod, {
          isReplaced: replaced.has(pod),
          isLongRunning: of.isLongRunning,
          revision: of.podRevisions?.get(pod),
          events: this.#events.get(
            keyOf('Pod', pod.metadata?.namespace, pod.metadata?.name),
          ),
          now: this.#now,
        }),
      )
      .sort(comparePods);
    const revisions = of.revisions ?? [];
    const autoscaler = this.#autoscaler(kind, metadata);
    const manager = managerOf(kind, metadata);
    const message = of.message ?? of.progress?.message;
    return {
      kind,
      name: metadata.name ?? '',
      namespace: metadata.namespace ?? '',
      state: stateOf({ ...of, ...of.progress, pods }),
      ...(of.progress?.isRollingOut ? { isRollingOut: true } : {}),
      ...(of.neverComplete ? { neverComplete: true } : {}),
      ...(of.progress?.isStuck ? { isStuck: true } : {}),
      ...(message ? { message } : {}),
      ready: of.ready,
      desired: of.desired,
      images: imagesOf(of.template?.spec?.containers, of.pods),
      restarts: pods
        .filter(pod => !pod.isReplaced)
        .reduce((sum, pod) => sum + pod.restarts, 0),
      ...(autoscaler ? { autoscaler } : {}),
      rolledOutAt:
        toTime(of.rolledOutAt) ??
        revisions.find(each => each.isCurrent)?.createdAt,
      hosts: hostsOf(of.template, metadata.namespace, this.#objects),
      pods,
      revisions,
      hasHistory: of.hasHistory ?? false,
      ...(of.isPaused ? { isPaused: true } : {}),
      ...(of.isUpdatedOnDelete ? { isUpdatedOnDelete: true } : {}),
      ...(manager ? { manager } : {}),
    };
  }

  #autoscaler(kind: string, metadata: ObjectMeta): Autoscaler | undefined {
    const found = this.#autoscalers.get(
      keyOf(kind, metadata.namespace, metadata.name),
    );
    return found && toAutoscaler(found);
  }
}

/**
 * Summarizes the workloads of one cluster, failing ones first. Pods and jobs
 * without a workload are workloads of their own. Takes time in proportion to
 * the number of objects.
 *
 * @alpha
 */
export function summarizeWorkloads(
  objects: KubernetesObjects,
  options: { now: Date },
): Workload[] {
  return new Summarizer(objects, options.now)
    .all()
    .sort(
      (a, b) =>
        STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
        a.namespace.localeCompare(b.namespace) ||
        a.name.localeCompare(b.name),
    );
}

function stateOf(of: {
  ready: number;
  desired: number;
  isRollingOut?: boolean;
  isStuck?: boolean;
  pods: PodSummary[];
}): WorkloadState {
  const hasProblems = of.pods.some(pod => pod.problems.length > 0);
  if (of.desired === 0 && !hasProblems) {
    return 'stopped';
  }
  if (hasProblems || of.isStuck) {
    return of.ready === 0 ? 'failing' : 'degraded';
  }
  if (of.isRollingOut || of.ready < of.desired) {
    return 'progressing';
  }
  return 'healthy';
}

function hasFailed({ status }: KubernetesPod): boolean {
  return status?.phase === 'Failed';
}

function isOwnedBy(
  metadata: ObjectMeta | undefined,
  owners: ReadonlySet<string>,
): boolean {
  return (metadata?.ownerReferences ?? []).some(({ kind, name }) =>
    owners.has(keyOf(kind, metadata?.namespace, name)),
  );
}

function activeOf(jobs: KubernetesJob[]): number {
  return jobs.reduce((sum, each) => sum + (each.status?.active ?? 0), 0);
}

function startOf({ metadata, status }: KubernetesJob): string {
  return toTime(status?.startTime ?? metadata?.creationTimestamp) ?? '';
}

function failureOf(job: KubernetesJob): Condition | undefined {
  const end = endOf(job);
  return end?.type === 'Failed' ? end : undefined;
}

import { toAutoscaler } from './autoscalers';
import { hostsOf } from './hosts';
import { imagesOf } from './images';
import type {
  Condition,
  KubernetesAutoscaler,
  KubernetesCronJob,
  KubernetesJob,
  KubernetesObjects,
  KubernetesPod,
  ObjectMeta,
  PodTemplate,
  Time,
} from './objects';
import { endOf } from './jobs';
import { managerOf } from './manager';
import { keyOf, Owners } from './ownership';
import { controllerRevisions, deploymentRevisions } from './revisions';
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

/** So many replicas there are where none are written. */
const DEFAULT_REPLICAS = 1;

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

  #deployment(
    deployment: NonNullable<KubernetesObjects['deployments']>[number],
  ): Workload {
    const { metadata, spec, status } = deployment;
    const replicaSets = this.#replicaSets.of('Deployment', deployment);
    const pods = replicaSets.flatMap(each => this.#pods.of('ReplicaSet', each));
    const desired = spec?.replicas ?? DEFAULT_REPLICAS;
    const progressing = conditionOf(status?.conditions, 'Progressing');
    const available = conditionOf(status?.conditions, 'Available');
    const revisions = deploymentRevisions(deployment, replicaSets, pods);
    const isStuck =
      progressing?.reason === 'ProgressDeadlineExceeded'
        ? progressing
        : undefined;
    const failure = conditionOf(status?.conditions, 'ReplicaFailure');
    const isRollingOut =
      (status?.observedGeneration ?? 0) < (metadata?.generation ?? 0) ||
      (status?.updatedReplicas ?? 0) < desired ||
      (status?.replicas ?? 0) > (status?.updatedReplicas ?? 0);
    return this.#workload('Deployment', deployment, {
      pods,
      template: spec?.template,
      ready: status?.readyReplicas ?? 0,
      desired,
      message:
        isStuck?.message ??
        (failure?.status === 'True' ? failure.message : undefined),
      isRollingOut,
      isStuck:
        isStuck !== undefined ||
        (available?.status === 'False' && !isRollingOut),
      revisions,
      hasHistory: this.#objects.replicaSets !== undefined,
      rolledOutAt:
        progressing?.reason === 'NewReplicaSetAvailable'
          ? progressing.lastUpdateTime
          : undefined,
    });
  }

  #statefulSet(
    statefulSet: NonNullable<KubernetesObjects['statefulSets']>[number],
  ): Workload {
    const { metadata, spec, status } = statefulSet;
    const pods = this.#pods.of('StatefulSet', statefulSet);
    const desired = spec?.replicas ?? DEFAULT_REPLICAS;
    return this.#workload('StatefulSet', statefulSet, {
      pods,
      template: spec?.template,
      ready: status?.readyReplicas ?? 0,
      desired,
      isRollingOut:
        (status?.observedGeneration ?? 0) < (metadata?.generation ?? 0) ||
        status?.currentRevision !== status?.updateRevision,
      revisions: controllerRevisions(
        this.#revisions.of('StatefulSet', statefulSet),
        status?.updateRevision,
        pods,
      ),
      hasHistory: this.#objects.controllerRevisions !== undefined,
    });
  }

  #daemonSet(
    daemonSet: NonNullable<KubernetesObjects['daemonSets']>[number],
  ): Workload {
    const { metadata, spec, status } = daemonSet;
    const pods = this.#pods.of('DaemonSet', daemonSet);
    const desired = status?.desiredNumberScheduled ?? 0;
    return this.#workload('DaemonSet', daemonSet, {
      pods,
      template: spec?.template,
      ready: status?.numberReady ?? 0,
      desired,
      isRollingOut:
        (status?.observedGeneration ?? 0) < (metadata?.generation ?? 0) ||
        (status?.updatedNumberScheduled ?? desired) < desired,
      revisions: controllerRevisions(
        this.#revisions.of('DaemonSet', daemonSet),
        undefined,
        pods,
      ),
      hasHistory: this.#objects.controllerRevisions !== undefined,
    });
  }

  #cronJob(cronJob: KubernetesCronJob): Workload {
    const { spec, status } = cronJob;
    const jobs = this.#jobs
      .of('CronJob', cronJob)
      .sort((a, b) => startOf(b).localeCompare(startOf(a)));
    const finished = jobs.find(each => endOf(each) !== undefined);
    const failed = finished && failureOf(finished);
    const workload = this.#workload('CronJob', cronJob, {
      // Pods of runs that are over and done tell nothing of now.
      pods: jobs
        .filter((each, index) => index === 0 || endOf(each) === undefined)
        .flatMap(each => this.#pods.of('Job', each)),
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
      template: job.spec?.template,
      ready: active,
      desired: active,
      message: failed?.message,
    });
    const state = (): WorkloadState => {
      if (failed) {
        return 'failing';
      }
      return active > 0 ? workload.state : 'healthy';
    };
    return {
      ...workload,
      state: state(),
      rolledOutAt: toTime(job.status?.startTime),
    };
  }

  #pod(pod: KubernetesPod): Workload {
    const isReady = pod.status?.containerStatuses?.every(each => each.ready);
    const isOver = pod.status?.phase === 'Succeeded';
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
      /** Pods that are not shown but are none of anybody else's. */
      others?: KubernetesPod[];
      template: PodTemplate | undefined;
      ready: number;
      desired: number;
      message?: string;
      isRollingOut?: boolean;
      isStuck?: boolean;
      revisions?: WorkloadRevision[];
      hasHistory?: boolean;
      rolledOutAt?: Time;
    },
  ): Workload {
    for (const pod of [...of.pods, ...(of.others ?? [])]) {
      this.#placed.add(pod);
    }
    const pods = of.pods
      .map(pod =>
        summarizePod(pod, {
          events: this.#events.get(
            keyOf('Pod', pod.metadata?.namespace, pod.metadata?.name),
          ),
          now: this.#now,
        }),
      )
      .sort(comparePods);
    const revisions = of.revisions ?? [];
    const autoscaler = this.#autoscaler(kind, metadata);
    const manager = managerOf(metadata);
    return {
      kind,
      name: metadata.name ?? '',
      namespace: metadata.namespace ?? '',
      state: stateOf({ ...of, pods }),
      ...(of.message ? { message: of.message } : {}),
      ready: of.ready,
      desired: of.desired,
      images: imagesOf(of.template?.spec?.containers, of.pods),
      restarts: pods.reduce((sum, pod) => sum + pod.restarts, 0),
      ...(autoscaler ? { autoscaler } : {}),
      rolledOutAt:
        toTime(of.rolledOutAt) ??
        revisions.find(each => each.isCurrent)?.createdAt,
      hosts: hostsOf(of.template, metadata.namespace, this.#objects),
      pods,
      revisions,
      hasHistory: of.hasHistory ?? false,
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
 * What runs in one cluster, from what was read of it: what fails first. Pods
 * and jobs that belong to none of the workloads are workloads of their own.
 * Takes time in proportion to the number of objects.
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

function conditionOf(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(each => each.type === type);
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

import { serviceAddressOf, suffixOf } from '../ids';
import type { Clock, DemoObject } from '../types';
import {
  labelsOf,
  objectOf,
  type Place,
  type Template,
  templateOf,
} from './objects';
import { podOf } from './pod';

/** A Service, and an Ingress where a host is given. */
export function networkOf(
  place: Place,
  clock: Clock,
  of: { name: string; port: number; host?: string },
): DemoObject[] {
  const { name, port, host } = of;
  const createdAt = clock.ago(60 * 24 * 200);
  const labels = labelsOf(place, name);
  const clusterIP = serviceAddressOf(place.cluster, place.namespace, name);
  const service = objectOf(place, 'v1', 'Service', name, createdAt, {
    labels,
    spec: {
      type: 'ClusterIP',
      clusterIP,
      clusterIPs: [clusterIP],
      selector: { 'app.kubernetes.io/name': name },
      ports: [{ name: 'http', port: 80, targetPort: port, protocol: 'TCP' }],
    },
    status: { loadBalancer: {} },
  });
  if (!host) {
    return [service];
  }
  const backend = { service: { name, port: { name: 'http' } } };
  return [
    service,
    objectOf(place, 'networking.k8s.io/v1', 'Ingress', name, createdAt, {
      labels,
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host,
            http: { paths: [{ path: '/', pathType: 'Prefix', backend }] },
          },
        ],
      },
      status: { loadBalancer: {} },
    }),
  ];
}

/** A ConfigMap that is as old as the service. */
export function configMapOf(
  place: Place,
  clock: Clock,
  of: { name: string; data: Record<string, string> },
): DemoObject {
  const { name, data } = of;
  return objectOf(place, 'v1', 'ConfigMap', name, clock.ago(60 * 24 * 200), {
    labels: labelsOf(place, name),
    data,
  });
}

export function autoscalerOf(
  place: Place,
  clock: Clock,
  of: {
    name: string;
    min: number;
    max: number;
    current: number;
    /** Percent of what is requested. */
    cpu: { target: number; current: number };
  },
): DemoObject {
  const { name, min, max, current, cpu } = of;
  const isLimited = current >= max && cpu.current > cpu.target;
  return objectOf(
    place,
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    name,
    clock.ago(60 * 24 * 90),
    {
      labels: labelsOf(place, name),
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: min,
        maxReplicas: max,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: cpu.target },
            },
          },
        ],
      },
      status: {
        currentReplicas: current,
        desiredReplicas: current,
        currentMetrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              current: { averageUtilization: cpu.current, averageValue: '88m' },
            },
          },
        ],
        conditions: [
          {
            type: 'ScalingLimited',
            status: isLimited ? 'True' : 'False',
            reason: isLimited ? 'TooManyReplicas' : 'DesiredWithinRange',
            message: isLimited
              ? 'the desired replica count is more than the maximum replica count'
              : 'the desired count is within the acceptable range',
            lastTransitionTime: clock.ago(42),
          },
        ],
      },
    },
  );
}

type KeptRevision = {
  number: number;
  tag: string;
  createdAt: string;
  changeCause?: string;
};

/** A ControllerRevision for each revision that is kept of a workload. */
function historyOf(
  place: Place,
  owner: DemoObject,
  template: Template,
  revisions: KeptRevision[],
): DemoObject[] {
  const { name } = owner.metadata;
  return revisions.map(({ number, tag, createdAt, changeCause }) =>
    objectOf(
      place,
      'apps/v1',
      'ControllerRevision',
      revisionName(place, name, number),
      createdAt,
      {
        owner,
        labels: labelsOf(place, name),
        ...(changeCause
          ? { annotations: { 'kubernetes.io/change-cause': changeCause } }
          : {}),
        data: {
          spec: {
            template: {
              $patch: 'replace',
              ...templateOf(place, name, template, tag),
            },
          },
        },
        revision: number,
      },
    ),
  );
}

function revisionName(place: Place, name: string, number: number): string {
  return `${name}-${suffixOf(9, place.cluster, name, `${number}`)}`;
}

/** A StatefulSet whose pods all run, with its history. */
export function statefulSetOf(
  place: Place,
  of: {
    name: string;
    template: Template;
    replicas: number;
    revisions: KeptRevision[];
  },
): DemoObject[] {
  const { name, replicas, revisions } = of;
  const current = revisions[revisions.length - 1];
  const template = templateOf(place, name, of.template, current.tag);
  const hash = revisionName(place, name, current.number);
  const statefulSet = objectOf(
    place,
    'apps/v1',
    'StatefulSet',
    name,
    revisions[0].createdAt,
    {
      generation: current.number,
      labels: labelsOf(place, name),
      spec: {
        replicas,
        serviceName: name,
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        template,
        updateStrategy: { type: 'RollingUpdate' },
      },
      status: {
        observedGeneration: current.number,
        replicas,
        readyReplicas: replicas,
        currentReplicas: replicas,
        updatedReplicas: replicas,
        availableReplicas: replicas,
        currentRevision: hash,
        updateRevision: hash,
        collisionCount: 0,
      },
    },
  );
  return [
    statefulSet,
    ...historyOf(place, statefulSet, of.template, revisions),
    ...Array.from({ length: replicas }, (_, index) =>
      podOf(
        place,
        statefulSet,
        `${name}-${index}`,
        template,
        { is: 'running' },
        current.createdAt,
        { 'controller-revision-hash': hash },
      ),
    ),
  ];
}

/** A DaemonSet with a pod on each of three nodes, with its history. */
export function daemonSetOf(
  place: Place,
  of: { name: string; template: Template; revisions: KeptRevision[] },
): DemoObject[] {
  const { name, revisions } = of;
  const nodes = 3;
  const current = revisions[revisions.length - 1];
  const template = templateOf(place, name, of.template, current.tag);
  const daemonSet = objectOf(
    place,
    'apps/v1',
    'DaemonSet',
    name,
    revisions[0].createdAt,
    {
      generation: current.number,
      labels: labelsOf(place, name),
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        template,
        updateStrategy: { type: 'RollingUpdate' },
      },
      status: {
        observedGeneration: current.number,
        currentNumberScheduled: nodes,
        desiredNumberScheduled: nodes,
        numberAvailable: nodes,
        numberMisscheduled: 0,
        numberReady: nodes,
        updatedNumberScheduled: nodes,
      },
    },
  );
  return [
    daemonSet,
    ...historyOf(place, daemonSet, of.template, revisions),
    ...Array.from({ length: nodes }, (_, index) =>
      podOf(
        place,
        daemonSet,
        `${name}-${suffixOf(5, daemonSet.metadata.uid, `${index}`)}`,
        template,
        { is: 'running' },
        current.createdAt,
        {
          'controller-revision-hash': suffixOf(
            9,
            place.cluster,
            name,
            `${current.number}`,
          ),
        },
      ),
    ),
  ];
}

/** A CronJob with its last jobs, which ended well. */
export function cronJobOf(
  place: Place,
  clock: Clock,
  of: {
    name: string;
    template: Template;
    tag: string;
    schedule: string;
    /** Minutes before the world began, of each run. */
    ranAgo: number[];
  },
): DemoObject[] {
  const { name, tag, schedule, ranAgo } = of;
  const template = templateOf(place, name, of.template, tag);
  const jobTemplate = {
    spec: {
      backoffLimit: 2,
      template: {
        ...template,
        spec: { ...template.spec, restartPolicy: 'Never' },
      },
    },
  };
  const last = Math.min(...ranAgo);
  const cronJob = objectOf(
    place,
    'batch/v1',
    'CronJob',
    name,
    clock.ago(60 * 24 * 120),
    {
      generation: 1,
      labels: labelsOf(place, name),
      spec: {
        schedule,
        timeZone: 'Europe/London',
        suspend: false,
        concurrencyPolicy: 'Forbid',
        jobTemplate,
      },
      status: {
        lastScheduleTime: clock.ago(last),
        lastSuccessfulTime: clock.ago(last - 2),
      },
    },
  );
  return [
    cronJob,
    ...ranAgo.flatMap(minutes => {
      const startedAt = clock.ago(minutes);
      const finishedAt = clock.ago(minutes - 2);
      const job = objectOf(
        place,
        'batch/v1',
        'Job',
        `${name}-${29_000_000 - minutes}`,
        startedAt,
        {
          owner: cronJob,
          labels: labelsOf(place, name),
          spec: jobTemplate.spec,
          status: {
            startTime: startedAt,
            completionTime: finishedAt,
            succeeded: 1,
            conditions: [
              {
                type: 'Complete',
                status: 'True',
                lastProbeTime: finishedAt,
                lastTransitionTime: finishedAt,
              },
            ],
          },
        },
      );
      return [
        job,
        podOf(
          place,
          job,
          `${job.metadata.name}-${suffixOf(5, job.metadata.uid)}`,
          jobTemplate.spec.template,
          { is: 'completed', finishedAt },
          startedAt,
          { 'batch.kubernetes.io/job-name': job.metadata.name },
        ),
      ];
    }),
  ];
}

/** An event about an object. */
export function eventOf(
  place: Place,
  about: DemoObject,
  of: {
    reason: string;
    message: string;
    type?: 'Warning' | 'Normal';
    /** Who saw it. */
    from?: string;
    count?: number;
    firstAt: string;
    lastAt: string;
  },
): DemoObject {
  const { reason, message, type = 'Warning', count = 1 } = of;
  const { from = 'kubelet', firstAt, lastAt } = of;
  return objectOf(
    place,
    'v1',
    'Event',
    `${about.metadata.name}.${suffixOf(16, about.metadata.uid, reason)}`,
    firstAt,
    {
      involvedObject: {
        apiVersion: about.apiVersion,
        kind: about.kind,
        name: about.metadata.name,
        namespace: about.metadata.namespace,
        uid: about.metadata.uid,
      },
      type,
      reason,
      message,
      count,
      firstTimestamp: firstAt,
      lastTimestamp: lastAt,
      source: { component: from },
    },
  );
}

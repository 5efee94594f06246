import { suffixOf } from '../ids';
import type { Clock, DemoObject } from '../types';
import {
  labelsOf,
  objectOf,
  type Place,
  type Template,
  templateOf,
} from './objects';
import { eventOf } from './others';
import { podOf, type PodState } from './pod';

const REVISION = 'deployment.kubernetes.io/revision';

export type DeploymentRevision = {
  number: number;
  tag: string;
  /** RFC 3339 */
  createdAt: string;
  changeCause?: string;
  /** One for each pod that is of this revision. */
  pods?: PodState[];
  env?: object[];
};

/** A Deployment with its ReplicaSets and pods. The last revision is the current one. */
export function deploymentOf(
  place: Place,
  clock: Clock,
  of: {
    name: string;
    template: Template;
    replicas: number;
    revisions: DeploymentRevision[];
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  },
): DemoObject[] {
  const { name, replicas, revisions } = of;
  const current = revisions[revisions.length - 1];
  const selector = {
    matchLabels: { 'app.kubernetes.io/name': name },
  };
  const template = (revision: DeploymentRevision) =>
    templateOf(
      place,
      name,
      { ...of.template, env: revision.env ?? of.template.env },
      revision.tag,
    );
  const countReady = (each: DeploymentRevision) =>
    (each.pods ?? []).filter(pod => pod.is === 'running').length;

  const ready = revisions.reduce((sum, each) => sum + countReady(each), 0);
  const total = revisions.reduce(
    (sum, each) => sum + (each.pods?.length ?? 0),
    0,
  );
  const updated = current.pods?.length ?? 0;
  const isDone = countReady(current) >= replicas && total === updated;
  const isStuck = (current.pods ?? []).some(
    pod => pod.is === 'crashing' || pod.is === 'waiting',
  );
  const hash = (revision: DeploymentRevision) =>
    suffixOf(9, place.cluster, place.namespace, name, `${revision.number}`);

  const deployment = objectOf(
    place,
    'apps/v1',
    'Deployment',
    name,
    clock.ago(60 * 24 * 200),
    {
      generation: current.number,
      labels: { ...labelsOf(place, name), ...of.labels },
      annotations: {
        [REVISION]: `${current.number}`,
        ...changeCause(current),
        ...of.annotations,
      },
      spec: {
        replicas,
        selector,
        template: template(current),
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
        },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
      },
      status: {
        observedGeneration: current.number,
        replicas: total,
        updatedReplicas: updated,
        readyReplicas: ready,
        availableReplicas: ready,
        ...(total > ready ? { unavailableReplicas: total - ready } : {}),
        conditions: [
          {
            type: 'Available',
            status: ready >= replicas ? 'True' : 'False',
            reason:
              ready >= replicas
                ? 'MinimumReplicasAvailable'
                : 'MinimumReplicasUnavailable',
            message:
              ready >= replicas
                ? 'Deployment has minimum availability.'
                : 'Deployment does not have minimum availability.',
            lastUpdateTime: current.createdAt,
            lastTransitionTime: current.createdAt,
          },
          progress(name, hash(current), current, { isDone, isStuck }),
        ],
      },
    },
  );

  return [
    deployment,
    ...(isDone
      ? []
      : [
          eventOf(place, deployment, {
            type: 'Normal',
            from: 'deployment-controller',
            reason: 'ScalingReplicaSet',
            message: `Scaled up replica set ${name}-${hash(
              current,
            )} to ${updated}`,
            firstAt: current.createdAt,
            lastAt: current.createdAt,
          }),
        ]),
    ...revisions.flatMap(revision => {
      const labels = { 'pod-template-hash': hash(revision) };
      const pods = revision.pods ?? [];
      const ofRevision = template(revision);
      const replicaSet = objectOf(
        place,
        'apps/v1',
        'ReplicaSet',
        `${name}-${hash(revision)}`,
        revision.createdAt,
        {
          owner: deployment,
          generation: 1,
          labels: { ...labelsOf(place, name), ...labels },
          annotations: {
            [REVISION]: `${revision.number}`,
            ...changeCause(revision),
          },
          spec: {
            replicas: pods.length,
            selector: { matchLabels: { ...selector.matchLabels, ...labels } },
            template: {
              ...ofRevision,
              metadata: {
                labels: { ...ofRevision.metadata.labels, ...labels },
              },
            },
          },
          status: {
            replicas: pods.length,
            readyReplicas: countReady(revision),
            observedGeneration: 1,
          },
        },
      );
      return [
        replicaSet,
        ...pods.map((state, index) =>
          podOf(
            place,
            replicaSet,
            `${replicaSet.metadata.name}-${suffixOf(
              5,
              replicaSet.metadata.uid,
              `${index}`,
            )}`,
            ofRevision,
            state,
            revision.createdAt,
            labels,
          ),
        ),
      ];
    }),
  ];
}

function changeCause({
  changeCause: cause,
}: DeploymentRevision): Record<string, string> {
  return cause ? { 'kubernetes.io/change-cause': cause } : {};
}

function progress(
  name: string,
  hash: string,
  { createdAt }: DeploymentRevision,
  { isDone, isStuck }: { isDone: boolean; isStuck: boolean },
) {
  const at = { lastUpdateTime: createdAt, lastTransitionTime: createdAt };
  const replicaSet = `ReplicaSet "${name}-${hash}"`;
  if (isDone) {
    return {
      type: 'Progressing',
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: `${replicaSet} has successfully progressed.`,
      ...at,
    };
  }
  return isStuck
    ? {
        type: 'Progressing',
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
        message: `${replicaSet} has timed out progressing.`,
        ...at,
      }
    : {
        type: 'Progressing',
        status: 'True',
        reason: 'ReplicaSetUpdated',
        message: `${replicaSet} is progressing.`,
        ...at,
      };
}

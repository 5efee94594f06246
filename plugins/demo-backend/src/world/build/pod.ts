import { addressOf, digestOf, uidOf } from '../ids';
import type { DemoObject } from '../types';
import { objectOf, type Place } from './objects';

type PodTemplate = {
  metadata: { labels: Record<string, string> };
  spec: { containers: { name: string; image: string }[] };
};

/** How the first container of a pod is. */
export type PodState =
  | { is: 'running'; restarts?: number }
  | { is: 'starting' }
  | { is: 'completed'; finishedAt: string }
  | {
      is: 'crashing';
      restarts: number;
      exitCode: number;
      /** What the container wrote to its termination log. */
      message: string;
      finishedAt: string;
    }
  | { is: 'waiting'; reason: string; message: string };

export function podOf(
  place: Place,
  owner: DemoObject,
  name: string,
  template: PodTemplate,
  state: PodState,
  startedAt: string,
  labels: Record<string, string> = {},
): DemoObject {
  const [container, ...others] = template.spec.containers;
  const isReady = state.is === 'running';
  const isOver = state.is === 'completed';
  const node = `${place.cluster}-node-${
    (parseInt(uidOf(name).slice(0, 2), 16) % 3) + 1
  }`;
  const condition = (type: string, holds: boolean, why?: object) => ({
    type,
    status: holds ? 'True' : 'False',
    lastTransitionTime: startedAt,
    ...(holds ? {} : why),
  });
  const unready = {
    reason: isOver ? 'PodCompleted' : 'ContainersNotReady',
    ...(isOver
      ? {}
      : { message: `containers with unready status: [${container.name}]` }),
  };
  return objectOf(place, 'v1', 'Pod', name, startedAt, {
    owner,
    labels: { ...template.metadata.labels, ...labels },
    spec: {
      ...template.spec,
      ...(isOver ? { restartPolicy: 'Never' } : {}),
      nodeName: node,
    },
    status: {
      phase: phaseOf(state),
      podIP: addressOf(place.cluster, name),
      hostIP: addressOf(node),
      startTime: startedAt,
      qosClass: 'Burstable',
      conditions: [
        condition('Initialized', true),
        condition('Ready', isReady, unready),
        condition('ContainersReady', isReady, unready),
        condition('PodScheduled', true),
      ],
      containerStatuses: [
        containerStatus(container, state, startedAt),
        ...others.map(each =>
          containerStatus(each, { is: 'running' }, startedAt),
        ),
      ],
    },
  });
}

function phaseOf(state: PodState): string {
  if (state.is === 'completed') {
    return 'Succeeded';
  }
  return state.is === 'starting' || state.is === 'waiting'
    ? 'Pending'
    : 'Running';
}

function containerStatus(
  { name, image }: { name: string; image: string },
  state: PodState,
  startedAt: string,
) {
  const [tagged] = image.split('@');
  const pulled = `${tagged.replace(/:[^:/]*$/, '')}@${digestOf(tagged)}`;
  const status = (more: object, isPulled = true) => ({
    name,
    image,
    imageID: isPulled ? pulled : '',
    containerID: isPulled
      ? `containerd://${digestOf(name + startedAt).slice(7)}`
      : '',
    ready: false,
    started: false,
    restartCount: 0,
    lastState: {},
    ...more,
  });
  switch (state.is) {
    case 'running':
      return status({
        ready: true,
        started: true,
        restartCount: state.restarts ?? 0,
        state: { running: { startedAt } },
      });
    case 'completed':
      return status({
        state: {
          terminated: {
            exitCode: 0,
            reason: 'Completed',
            startedAt,
            finishedAt: state.finishedAt,
          },
        },
      });
    case 'crashing':
      return status({
        restartCount: state.restarts,
        state: {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `back-off 5m0s restarting failed container=${name}`,
          },
        },
        lastState: {
          terminated: {
            exitCode: state.exitCode,
            reason: state.exitCode === 137 ? 'OOMKilled' : 'Error',
            message: state.message,
            startedAt: state.finishedAt,
            finishedAt: state.finishedAt,
          },
        },
      });
    case 'waiting':
      return status(
        {
          state: { waiting: { reason: state.reason, message: state.message } },
        },
        false,
      );
    default:
      return status(
        { state: { waiting: { reason: 'ContainerCreating' } } },
        false,
      );
  }
}

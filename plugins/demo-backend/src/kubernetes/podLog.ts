import { ORDER_PROCESSING_CRASH } from '../world/services/orderProcessing';
import type { DemoObject } from '../world/types';
import { KubernetesError } from './KubernetesError';

type Status = {
  name: string;
  state: { waiting?: { reason: string }; running?: unknown };
  lastState: { terminated?: { finishedAt: string; message: string } };
};

/**
 * What a container wrote.
 *
 * @throws KubernetesError as Kubernetes does, where it has written nothing
 */
export function podLog(
  pod: DemoObject,
  options: {
    container?: string;
    isPrevious: boolean;
    tail?: number;
    now: Date;
  },
): string {
  const { containerStatuses } = pod.status as { containerStatuses: Status[] };
  const container = options.container ?? containerStatuses[0].name;
  const status = containerStatuses.find(each => each.name === container);
  const { name } = pod.metadata;
  if (!status) {
    throw new KubernetesError(
      400,
      `container ${container} is not valid for pod ${name}`,
    );
  }
  const { terminated } = status.lastState;
  if (options.isPrevious && !terminated) {
    throw new KubernetesError(
      400,
      `previous terminated container "${container}" in pod "${name}" not found`,
    );
  }
  if (status.state.waiting && !terminated) {
    throw new KubernetesError(
      400,
      `container "${container}" in pod "${name}" is waiting to start: ${status.state.waiting.reason}`,
    );
  }
  const hasEnded = options.isPrevious || status.state.waiting !== undefined;
  const lines =
    terminated && hasEnded
      ? beforeTheEnd(pod, terminated.message).map(
          line => `${terminated.finishedAt} ${line}`,
        )
      : requests(options.now);
  const { tail = lines.length } = options;
  return lines
    .slice(Math.max(0, lines.length - tail))
    .map(line => `${line}\n`)
    .join('');
}

function beforeTheEnd({ metadata }: DemoObject, message: string): string[] {
  return metadata.labels?.['app.kubernetes.io/name'] === 'order-processing'
    ? ORDER_PROCESSING_CRASH
    : ['starting', message];
}

/** A line for each of the last ten minutes. */
function requests(now: Date): string[] {
  const minute = Math.floor(now.getTime() / 60_000);
  return Array.from({ length: 10 }, (_, index) => {
    const at = new Date((minute - 9 + index) * 60_000).toISOString();
    return `${at} ${200 + ((minute + index) % 97)} requests answered`;
  });
}

import { uidOf } from '../world/ids';
import type { DemoObject } from '../world/types';

/** What the containers of a pod use, as `metrics.k8s.io` says it. */
export function podMetrics(pod: DemoObject, now: Date): object {
  const { containers } = pod.spec as { containers: { name: string }[] };
  const minute = Math.floor(now.getTime() / 60_000);
  const { name, namespace, labels, creationTimestamp } = pod.metadata;
  return {
    kind: 'PodMetrics',
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: { name, namespace, labels, creationTimestamp },
    timestamp: new Date(minute * 60_000).toISOString().replace('.000Z', 'Z'),
    window: '60s',
    containers: containers.map(container => {
      // It changes from minute to minute, and is the same for who asks twice.
      const noise = parseInt(
        uidOf(name, container.name, `${minute}`).slice(0, 4),
        16,
      );
      return {
        name: container.name,
        usage: {
          cpu: `${40 + (noise % 60)}m`,
          memory: `${120 + (noise % 90)}Mi`,
        },
      };
    }),
  };
}

import type { KubernetesAutoscaler } from './objects';
import type { Autoscaler } from './types';

/** So many replicas there are at least where none are written. */
const DEFAULT_MINIMUM = 1;

/** An autoscaler's bounds and where it stands. */
export function toAutoscaler({
  metadata,
  spec,
  status,
}: KubernetesAutoscaler): Autoscaler {
  const max = spec?.maxReplicas ?? 0;
  const desired = status?.desiredReplicas ?? 0;
  return {
    name: metadata?.name ?? '',
    min: spec?.minReplicas ?? DEFAULT_MINIMUM,
    max,
    current: status?.currentReplicas ?? 0,
    desired,
    isAtMaximum: max > 0 && desired >= max,
  };
}

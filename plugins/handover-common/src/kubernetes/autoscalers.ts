import { isAboveTarget } from './autoscalerMetrics';
import type { Condition, KubernetesAutoscaler } from './objects';
import type { Autoscaler } from './types';

/** How many replicas there are at least if none are given. */
const DEFAULT_MINIMUM = 1;

/** Where an object of `autoscaling/v1` has what `v2` has in its status. */
const V1_CONDITIONS = 'autoscaling.alpha.kubernetes.io/conditions';

/** An autoscaler's bounds and where it stands. */
export function toAutoscaler(autoscaler: KubernetesAutoscaler): Autoscaler {
  const { metadata, spec, status } = autoscaler;
  const min = spec?.minReplicas ?? DEFAULT_MINIMUM;
  const max = spec?.maxReplicas ?? 0;
  const desired = status?.desiredReplicas ?? 0;
  const wantsMaximum = desired >= max;
  const isLimited = isLimitedByMaximum(autoscaler);
  return {
    name: metadata?.name ?? '',
    min,
    max,
    current: status?.currentReplicas ?? 0,
    desired,
    isAtMaximum: min < max && (wantsMaximum || isLimited),
    isSaturated:
      min < max && (isLimited || (wantsMaximum && isAboveTarget(autoscaler))),
  };
}

/** Whether Kubernetes says that the metrics ask for more replicas than the maximum. */
function isLimitedByMaximum(autoscaler: KubernetesAutoscaler): boolean {
  return conditionsOf(autoscaler).some(
    ({ type, status, reason }) =>
      type === 'ScalingLimited' &&
      status === 'True' &&
      reason === 'TooManyReplicas',
  );
}

function conditionsOf({ metadata, status }: KubernetesAutoscaler): Condition[] {
  if (status?.conditions) {
    return status.conditions;
  }
  try {
    const conditions = JSON.parse(metadata?.annotations?.[V1_CONDITIONS] ?? '');
    return Array.isArray(conditions) ? conditions.filter(Boolean) : [];
  } catch {
    return [];
  }
}

import type {
  AutoscalerMetric,
  KubernetesAutoscaler,
  MetricSource,
  MetricValue,
} from './objects';
import { parseQuantity } from './quantities';

/** How far a metric may be off its target before Kubernetes scales, its default. */
const TOLERANCE = 0.1;

const SOURCES = [
  'resource',
  'containerResource',
  'pods',
  'object',
  'external',
] as const;
const VALUES = ['averageUtilization', 'averageValue', 'value'] as const;

/** Whether a metric of an autoscaler is so far above its target that it would scale up. */
export function isAboveTarget({ spec, status }: KubernetesAutoscaler): boolean {
  const current = new Map(
    (status?.currentMetrics ?? []).flatMap(metric =>
      sourcesOf(metric).map(({ key, source }) => [key, source.current]),
    ),
  );
  return (
    exceeds(
      status?.currentCPUUtilizationPercentage,
      spec?.targetCPUUtilizationPercentage,
    ) ||
    (spec?.metrics ?? [])
      .flatMap(sourcesOf)
      .some(({ key, source }) =>
        VALUES.some(value =>
          exceeds(current.get(key)?.[value], source.target?.[value]),
        ),
      )
  );
}

function sourcesOf(
  metric: AutoscalerMetric,
): { key: string; source: MetricSource }[] {
  return SOURCES.flatMap(kind => {
    const source = metric[kind];
    if (!source) {
      return [];
    }
    // Spec and status name a metric alike.
    const { target: _, current: __, ...identity } = source;
    return [{ key: JSON.stringify([kind, inOrder(identity)]), source }];
  });
}

/** The same text for the same object, in whatever order its keys were sent. */
function inOrder(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, each]) => [key, inOrder(each)])
    : value;
}

function exceeds(
  current: MetricValue[keyof MetricValue],
  target: MetricValue[keyof MetricValue],
): boolean {
  const [now, wanted] = [current, target].map(value =>
    value === undefined ? undefined : parseQuantity(String(value)),
  );
  return (
    now !== undefined && wanted !== undefined && now > wanted * (1 + TOLERANCE)
  );
}

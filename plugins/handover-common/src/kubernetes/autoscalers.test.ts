import { toAutoscaler } from './autoscalers';
import type {
  AutoscalerMetric,
  Condition,
  KubernetesAutoscaler,
} from './objects';

const limited = (reason: string, status = 'True'): Condition[] => [
  { type: 'AbleToScale', status: 'True', reason: 'ReadyForNewScale' },
  { type: 'ScalingLimited', status, reason },
];

const autoscaler = (
  [min, max]: [min: number | undefined, max: number],
  [current, desired]: [current: number, desired: number],
  conditions?: Condition[],
): KubernetesAutoscaler => ({
  metadata: { name: 'orders' },
  spec: { minReplicas: min, maxReplicas: max },
  status: { currentReplicas: current, desiredReplicas: desired, conditions },
});

type Stand = 'below' | 'at the maximum' | 'saturated';

const standOf = (of: KubernetesAutoscaler): Stand => {
  const { isAtMaximum, isSaturated } = toAutoscaler(of);
  expect(isSaturated && !isAtMaximum).toBe(false);
  const high = isSaturated ? 'saturated' : 'at the maximum';
  return isAtMaximum ? high : 'below';
};

it.each<[string, Stand, KubernetesAutoscaler]>([
  ['wants as many as it may', 'at the maximum', autoscaler([2, 6], [5, 6])],
  ['wants less', 'below', autoscaler([2, 6], [6, 5])],
  [
    'says that it wants more than it may',
    'saturated',
    autoscaler([2, 6], [6, 6], limited('TooManyReplicas')),
  ],
  [
    'says so before it reports what it wants',
    'saturated',
    autoscaler([2, 6], [6, 5], limited('TooManyReplicas')),
  ],
  [
    'has what it wants at its maximum',
    'at the maximum',
    autoscaler([2, 6], [6, 6], limited('DesiredWithinRange', 'False')),
  ],
  [
    'may not scale up so fast',
    'below',
    autoscaler([2, 6], [2, 4], limited('ScaleUpLimit')),
  ],
  [
    'wants fewer than it must have',
    'below',
    autoscaler([2, 6], [2, 2], limited('TooFewReplicas')),
  ],
  [
    'no longer wants more',
    'below',
    autoscaler([2, 6], [4, 4], limited('TooManyReplicas', 'False')),
  ],
  [
    'has a minimum that is its maximum',
    'below',
    autoscaler([2, 2], [2, 2], []),
  ],
  [
    'has a minimum that is its maximum, and wants more',
    'below',
    autoscaler([2, 2], [2, 2], limited('TooManyReplicas')),
  ],
  [
    'has the default minimum as its maximum',
    'below',
    autoscaler([undefined, 1], [1, 1]),
  ],
  ['has no bounds', 'below', {}],
])('tells where an autoscaler stands that %s: %s', (_, stand, of) => {
  expect(standOf(of)).toBe(stand);
});

const cpu = { name: 'cpu' };
const queue = { metric: { name: 'queue', selector: { a: '1', b: '2' } } };
const sameQueue = { metric: { selector: { b: '2', a: '1' }, name: 'queue' } };

it.each<[string, boolean, AutoscalerMetric, AutoscalerMetric]>([
  [
    'use far above its target',
    true,
    { resource: { ...cpu, target: { averageUtilization: 70 } } },
    { resource: { ...cpu, current: { averageUtilization: 93 } } },
  ],
  [
    'use that is above its target within the tolerance',
    false,
    { resource: { ...cpu, target: { averageUtilization: 70 } } },
    { resource: { ...cpu, current: { averageUtilization: 76 } } },
  ],
  [
    'an amount in another unit',
    true,
    { pods: { ...queue, target: { averageValue: '1' } } },
    { pods: { ...sameQueue, current: { averageValue: '1500m' } } },
  ],
  [
    'a value of another system',
    true,
    { external: { ...queue, target: { value: '30' } } },
    { external: { ...queue, current: { value: '31k' } } },
  ],
  [
    'another metric of the same kind',
    false,
    { external: { ...queue, target: { value: '30' } } },
    { external: { metric: { name: 'jobs' }, current: { value: '99' } } },
  ],
  [
    'no readable number',
    false,
    { object: { ...queue, target: { value: '30' } } },
    { object: { ...queue, current: { value: 'many' } } },
  ],
  ['no metric', false, { resource: { ...cpu, target: {} } }, {}],
])('takes %s for saturation only at the maximum: %s', (_, is, target, now) => {
  const measured = (desired: number): KubernetesAutoscaler => {
    const { metadata, spec, status } = autoscaler([2, 6], [6, desired]);
    return {
      metadata,
      spec: { ...spec, metrics: [target] },
      status: { ...status, currentMetrics: [{}, now] },
    };
  };
  expect(standOf(measured(6))).toBe(is ? 'saturated' : 'at the maximum');
  expect(standOf(measured(5))).toBe('below');
});

it('needs no metrics in the status', () => {
  const none = autoscaler([2, 6], [6, 6]);
  none.status!.currentMetrics = null;
  expect(standOf(none)).toBe('at the maximum');
});

it('reads the conditions of autoscaling/v1, which are an annotation', () => {
  const v1 = (conditions: string): KubernetesAutoscaler => ({
    ...autoscaler([2, 6], [6, 5]),
    metadata: {
      annotations: { 'autoscaling.alpha.kubernetes.io/conditions': conditions },
    },
  });
  const tooMany = JSON.stringify(limited('TooManyReplicas'));
  expect(standOf(v1(tooMany))).toBe('saturated');
  for (const broken of ['{', '{}', '[null]']) {
    expect(standOf(v1(broken))).toBe('below');
  }
});

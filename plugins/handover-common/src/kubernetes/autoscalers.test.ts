import { toAutoscaler } from './autoscalers';
import type { Condition, KubernetesAutoscaler } from './objects';

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

it.each<[string, boolean, KubernetesAutoscaler]>([
  ['wants as many as it may', true, autoscaler([2, 6], [5, 6])],
  ['wants less', false, autoscaler([2, 6], [6, 5])],
  [
    'says that it wants more than it may',
    true,
    autoscaler([2, 6], [6, 5], limited('TooManyReplicas')),
  ],
  [
    'may not scale up so fast',
    false,
    autoscaler([2, 6], [2, 4], limited('ScaleUpLimit')),
  ],
  [
    'wants fewer than it must have',
    false,
    autoscaler([2, 6], [2, 2], limited('TooFewReplicas')),
  ],
  [
    'no longer wants more',
    false,
    autoscaler([2, 6], [4, 4], limited('TooManyReplicas', 'False')),
  ],
  ['has a minimum that is its maximum', false, autoscaler([2, 2], [2, 2], [])],
  [
    'has a minimum that is its maximum, and wants more',
    false,
    autoscaler([2, 2], [2, 2], limited('TooManyReplicas')),
  ],
  [
    'has the default minimum as its maximum',
    false,
    autoscaler([undefined, 1], [1, 1]),
  ],
  ['has no bounds', false, {}],
])('tells whether an autoscaler is at its maximum that %s', (_, is, of) => {
  expect(toAutoscaler(of).isAtMaximum).toBe(is);
});

it('reads the conditions of autoscaling/v1, which are an annotation', () => {
  const v1 = (conditions: string): KubernetesAutoscaler => ({
    ...autoscaler([2, 6], [6, 5]),
    metadata: {
      annotations: { 'autoscaling.alpha.kubernetes.io/conditions': conditions },
    },
  });
  const tooMany = JSON.stringify(limited('TooManyReplicas'));
  expect(toAutoscaler(v1(tooMany)).isAtMaximum).toBe(true);
  for (const broken of ['{', '{}', '[null]']) {
    expect(toAutoscaler(v1(broken)).isAtMaximum).toBe(false);
  }
});

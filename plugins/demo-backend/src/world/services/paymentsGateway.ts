import { deploymentOf } from '../build/deployment';
import type { Place } from '../build/objects';
import { autoscalerOf, eventOf, networkOf } from '../build/others';
import type { Clock, DemoObject } from '../types';

const TEMPLATE = {
  container: 'gateway',
  repository: 'registry.example.com/payments/payments-gateway',
  port: 8443,
  memory: '1Gi',
  isPinned: true,
};
const DAY = 24 * 60;

/**
 * The payments gateway, a release of Helm. In production it has as many
 * replicas as its autoscaler may give it, and would need more.
 */
export function paymentsGateway(clock: Clock, cluster: string): DemoObject[] {
  const place: Place = {
    cluster,
    namespace: 'payments',
    component: 'payments-gateway',
  };
  const name = 'payments-gateway';
  const isBusy = cluster === 'production';
  const replicas = isBusy ? 8 : 2;
  const autoscaler = autoscalerOf(place, clock, {
    name,
    min: 2,
    max: 8,
    current: replicas,
    cpu: { target: 65, current: isBusy ? 93 : 22 },
  });
  return [
    ...deploymentOf(place, clock, {
      name,
      template: TEMPLATE,
      replicas,
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: {
        'meta.helm.sh/release-name': name,
        'meta.helm.sh/release-namespace': place.namespace,
      },
      revisions: [
        { number: 21, tag: '7.4.0', createdAt: clock.ago(31 * DAY) },
        {
          number: 22,
          tag: '7.5.0',
          createdAt: clock.ago(9 * DAY),
          pods: Array.from({ length: replicas }, () => ({
            is: 'running' as const,
          })),
        },
      ],
    }),
    ...networkOf(place, clock, {
      name,
      port: TEMPLATE.port,
      host: isBusy ? 'pay.example.com' : 'pay.staging.example.com',
    }),
    autoscaler,
    ...(isBusy
      ? [
          eventOf(place, autoscaler, {
            type: 'Normal',
            from: 'horizontal-pod-autoscaler',
            reason: 'SuccessfulRescale',
            message: `New size: ${replicas}; reason: cpu resource utilization (percentage of request) above target`,
            firstAt: clock.ago(42),
            lastAt: clock.ago(42),
          }),
        ]
      : []),
  ];
}

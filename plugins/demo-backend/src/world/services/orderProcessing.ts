import { deploymentOf } from '../build/deployment';
import type { Place } from '../build/objects';
import { autoscalerOf, daemonSetOf, eventOf, networkOf } from '../build/others';
import type { Clock, DemoObject } from '../types';

const TEMPLATE = {
  container: 'order-processing',
  repository: 'registry.example.com/orders/order-processing',
  port: 8080,
  memory: '512Mi',
  isPinned: true,
};
const DAY = 24 * 60;

/** The variable that the release of today needs and nobody set. */
const MISSING = 'PAYMENTS_CALLBACK_URL';

/**
 * Order processing. In production its last release crashes, because a variable
 * of its environment is missing; what ran before still serves.
 */
export function orderProcessing(clock: Clock, cluster: string): DemoObject[] {
  const place: Place = {
    cluster,
    namespace: 'order-processing',
    component: 'order-processing',
  };
  const name = 'order-processing';
  const isBroken = cluster === 'production';
  const objects = deploymentOf(place, clock, {
    name,
    template: TEMPLATE,
    replicas: 3,
    revisions: [
      {
        number: 11,
        tag: '2.31.4',
        createdAt: clock.ago(34 * DAY),
        changeCause: 'Release 2.31.4: retry captures',
      },
      {
        number: 12,
        tag: '2.32.0',
        createdAt: clock.ago(13 * DAY),
        changeCause: 'Release 2.32.0: partner orders by region',
      },
      {
        number: 13,
        tag: '2.32.1',
        createdAt: clock.ago(6 * DAY),
        changeCause: 'Release 2.32.1: time limit of the tax calculator',
        pods: isBroken
          ? [
              { is: 'running' },
              { is: 'running', restarts: 1 },
              { is: 'running' },
            ]
          : [],
      },
      {
        number: 14,
        tag: '2.33.0',
        createdAt: clock.ago(52),
        changeCause: 'Release 2.33.0: callbacks of the payments gateway',
        env: [{ name: 'LOG_LEVEL', value: 'info' }],
        pods: isBroken
          ? [
              {
                is: 'crashing',
                // It backs off for five minutes after each attempt.
                restarts: 13 + Math.floor(clock.minutes / 5),
                exitCode: 1,
                message: `configuration: ${MISSING} is not set`,
                finishedAt: clock.after(Math.floor(clock.minutes / 5) * 5 - 2),
              },
            ]
          : [{ is: 'running' }, { is: 'running' }, { is: 'running' }],
      },
    ],
  });
  const crashing = objects.find(
    ({ kind, status }) =>
      kind === 'Pod' && JSON.stringify(status).includes('CrashLoopBackOff'),
  );
  return [
    ...objects,
    ...networkOf(place, clock, {
      name,
      port: TEMPLATE.port,
      host: isBroken ? 'orders.example.com' : 'orders.staging.example.com',
    }),
    autoscalerOf(place, clock, {
      name,
      min: 3,
      max: 10,
      current: 3,
      cpu: { target: 70, current: 41 },
    }),
    ...daemonSetOf(place, {
      name: 'order-log-shipper',
      template: {
        container: 'shipper',
        repository: 'registry.example.com/platform/log-shipper',
        port: 2020,
        memory: '64Mi',
      },
      revisions: [
        { number: 1, tag: '3.0.6', createdAt: clock.ago(180 * DAY) },
        {
          number: 2,
          tag: '3.1.2',
          createdAt: clock.ago(40 * DAY),
          changeCause: 'Rotate files of more than 100 MB',
        },
      ],
    }),
    ...(crashing
      ? [
          eventOf(place, crashing, {
            reason: 'BackOff',
            message: `Back-off restarting failed container ${TEMPLATE.container} in pod ${crashing.metadata.name}`,
            count: 60 + Math.floor(clock.minutes),
            firstAt: clock.ago(51),
            lastAt: clock.after(Math.floor(clock.minutes)),
          }),
        ]
      : []),
  ];
}

/** What the crashing container wrote before it ended. */
export const ORDER_PROCESSING_CRASH = [
  'order-processing 2.33.0 starting',
  'reading configuration from the environment',
  `configuration: ${MISSING} is not set`,
  'exit 1',
];

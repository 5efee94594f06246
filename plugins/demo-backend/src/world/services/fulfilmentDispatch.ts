import { deploymentOf } from '../build/deployment';
import type { Place } from '../build/objects';
import { cronJobOf, eventOf, networkOf, statefulSetOf } from '../build/others';
import type { Clock, DemoObject } from '../types';

const DAY = 24 * 60;
const PRINTER = 'registry.example.com/fulfilment/label-printer';

/**
 * Fulfilment dispatch: a queue that keeps what it holds, a report every night,
 * and in staging a label printer whose image is gone.
 */
export function fulfilmentDispatch(
  clock: Clock,
  cluster: string,
): DemoObject[] {
  const place: Place = {
    cluster,
    namespace: 'fulfilment',
    component: 'fulfilment-dispatch',
  };
  const isBroken = cluster === 'staging';
  const missing = `failed to pull and unpack image "${PRINTER}:5.2.0": ${PRINTER}:5.2.0: not found`;
  const printer = deploymentOf(place, clock, {
    name: 'label-printer',
    template: { container: 'label-printer', repository: PRINTER, port: 9100 },
    replicas: 1,
    revisions: [
      { number: 3, tag: '5.1.0', createdAt: clock.ago(90 * DAY) },
      {
        number: 4,
        tag: '5.2.0',
        createdAt: clock.ago(3 * DAY),
        pods: [
          isBroken
            ? {
                is: 'waiting',
                reason: 'ImagePullBackOff',
                message: `Back-off pulling image "${PRINTER}:5.2.0": ErrImagePull: ${missing}`,
              }
            : { is: 'running' },
        ],
      },
    ],
  });
  const pod = printer.find(({ kind }) => kind === 'Pod');
  return [
    ...deploymentOf(place, clock, {
      name: 'fulfilment-dispatch',
      template: {
        container: 'dispatch',
        repository: 'registry.example.com/fulfilment/dispatch',
        port: 8080,
      },
      replicas: 2,
      revisions: [
        { number: 8, tag: '4.6.0', createdAt: clock.ago(41 * DAY) },
        {
          number: 9,
          tag: '4.7.0',
          createdAt: clock.ago(12 * DAY),
          pods: [{ is: 'running' }, { is: 'running' }],
        },
      ],
    }),
    ...printer,
    ...statefulSetOf(place, {
      name: 'parcel-queue',
      template: {
        container: 'queue',
        repository: 'registry.example.com/platform/queue',
        port: 5672,
      },
      replicas: 3,
      revisions: [
        { number: 4, tag: '3.12.9', createdAt: clock.ago(150 * DAY) },
        {
          number: 5,
          tag: '3.13.1',
          createdAt: clock.ago(25 * DAY),
          changeCause: 'Quorum queues',
        },
      ],
    }),
    ...cronJobOf(place, clock, {
      name: 'parcel-report',
      template: {
        container: 'report',
        repository: 'registry.example.com/fulfilment/report',
        port: 8080,
      },
      tag: '1.4.2',
      schedule: '30 2 * * *',
      ranAgo: [DAY + 210, 210],
    }),
    ...networkOf(place, clock, { name: 'fulfilment-dispatch', port: 8080 }),
    ...(isBroken && pod
      ? [
          eventOf(place, pod, {
            reason: 'Failed',
            message: `Failed to pull image "${PRINTER}:5.2.0": ${missing}`,
            count: 900,
            firstAt: clock.ago(3 * DAY),
            lastAt: clock.after(Math.floor(clock.minutes)),
          }),
        ]
      : []),
  ];
}

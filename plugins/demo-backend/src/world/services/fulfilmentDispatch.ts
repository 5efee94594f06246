import { deploymentOf } from '../build/deployment';
import type { Place } from '../build/objects';
import { cronJobOf, eventOf, networkOf, statefulSetOf } from '../build/others';
import type { Clock, DemoObject } from '../types';

const DAY = 24 * 60;

type Revision = { number: number; tag: string; minutesAgo: number };

/** What was there before, and what is: as pipelines tell of its releases. */
const DISPATCH: Record<
  'staging' | 'beta' | 'stable',
  [before: Revision, after: Revision]
> = {
  staging: [
    { number: 10, tag: '4.8.0', minutesAgo: 3 * DAY },
    { number: 11, tag: '4.8.1', minutesAgo: 22 * 60 },
  ],
  beta: [
    { number: 9, tag: '4.7.0', minutesAgo: 14.2 * DAY },
    { number: 10, tag: '4.8.0', minutesAgo: 20 * 60 },
  ],
  stable: [
    { number: 8, tag: '4.6.0', minutesAgo: 41 * DAY },
    { number: 9, tag: '4.7.0', minutesAgo: 12 * DAY },
  ],
};
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
  const [before, after] = DISPATCH[isBroken ? 'staging' : 'stable'];
  return [
    ...dispatch(place, clock, { before, after, replicas: 2 }),
    // Beta has a namespace of its own beside stable.
    ...(isBroken
      ? []
      : dispatch({ ...place, namespace: 'fulfilment-beta' }, clock, {
          before: DISPATCH.beta[0],
          after: DISPATCH.beta[1],
          replicas: 1,
        })),
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

function dispatch(
  place: Place,
  clock: Clock,
  {
    before,
    after,
    replicas,
  }: { before: Revision; after: Revision; replicas: number },
): DemoObject[] {
  return deploymentOf(place, clock, {
    name: 'fulfilment-dispatch',
    template: {
      container: 'dispatch',
      repository: 'registry.example.com/fulfilment/dispatch',
      port: 8080,
    },
    replicas,
    revisions: [before, after].map(revision => ({
      number: revision.number,
      tag: revision.tag,
      createdAt: clock.ago(revision.minutesAgo),
      ...(revision === after && {
        pods: Array.from({ length: replicas }, () => ({
          is: 'running' as const,
        })),
      }),
    })),
  });
}

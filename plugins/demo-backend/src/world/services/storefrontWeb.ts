import { deploymentOf } from '../build/deployment';
import type { Place } from '../build/objects';
import { networkOf } from '../build/others';
import type { PodState } from '../build/pod';
import type { Clock, DemoObject } from '../types';

const REPLICAS = 4;
/** Minutes from one release to the next: somebody always finds a rollout under way. */
const RELEASE_EVERY = 10;

/** The storefront, which is released again and again. */
export function storefrontWeb(clock: Clock, cluster: string): DemoObject[] {
  const place: Place = {
    cluster,
    namespace: 'storefront',
    component: 'storefront-web',
  };
  const name = 'storefront-web';
  const release = Math.floor(clock.minutes / RELEASE_EVERY);
  const minute = clock.minutes - release * RELEASE_EVERY;
  // One pod after the other; the last two minutes nothing is left to do.
  const updated = Math.min(REPLICAS, 1 + Math.floor(minute / 2));
  const isDone = minute >= RELEASE_EVERY - 2;
  const startedAt = clock.after(release * RELEASE_EVERY);
  const running = (count: number): PodState[] =>
    Array.from({ length: count }, () => ({ is: 'running' }));
  return [
    ...deploymentOf(place, clock, {
      name,
      template: {
        container: 'web',
        repository: 'registry.example.com/storefront/storefront-web',
        port: 3000,
      },
      replicas: REPLICAS,
      revisions: [
        {
          number: 118 + release,
          tag: `2026.11.${118 + release}`,
          createdAt: clock.after((release - 1) * RELEASE_EVERY),
          pods: isDone ? [] : running(REPLICAS - updated + 1),
        },
        {
          number: 119 + release,
          tag: `2026.11.${119 + release}`,
          createdAt: startedAt,
          pods: isDone
            ? running(REPLICAS)
            : [...running(updated - 1), { is: 'starting' }],
        },
      ],
    }),
    ...networkOf(place, clock, {
      name,
      port: 3000,
      host:
        cluster === 'production'
          ? 'shop.example.com'
          : 'shop.staging.example.com',
    }),
  ];
}

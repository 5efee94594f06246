import { deploymentOf } from '../build/deployment';
import type { Place } from '../build/objects';
import type { Clock, DemoObject } from '../types';

/** A service of the given number of pods, of which each twentieth crashes. */
export function many(
  clock: Clock,
  cluster: string,
  pods: number,
): DemoObject[] {
  const place: Place = {
    cluster,
    namespace: 'tax',
    component: 'tax-calculator',
  };
  return deploymentOf(place, clock, {
    name: 'rate-importer',
    template: {
      container: 'rate-importer',
      repository: 'registry.example.com/payments/rate-importer',
      port: 8080,
    },
    replicas: pods,
    revisions: [
      {
        number: 1,
        tag: '0.9.0',
        createdAt: clock.ago(3_000),
        pods: Array.from({ length: pods }, (_, index) =>
          index % 20 === 7
            ? {
                is: 'crashing',
                restarts: index,
                exitCode: 137,
                message: 'killed',
                finishedAt: clock.ago(4),
              }
            : { is: 'running' },
        ),
      },
    ],
  });
}

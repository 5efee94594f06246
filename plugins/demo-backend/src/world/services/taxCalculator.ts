import { deploymentOf } from '../build/deployment';
import type { Place } from '../build/objects';
import { configMapOf, networkOf } from '../build/others';
import type { Clock, DemoObject } from '../types';

const DAY = 24 * 60;

/** The tax calculator, which Argo CD manages and which is well. */
export function taxCalculator(clock: Clock, cluster: string): DemoObject[] {
  const place: Place = {
    cluster,
    namespace: 'tax',
    component: 'tax-calculator',
  };
  const name = 'tax-calculator';
  return [
    ...deploymentOf(place, clock, {
      name,
      template: {
        container: 'tax-calculator',
        repository: 'registry.example.com/payments/tax-calculator',
        port: 8080,
        isPinned: true,
      },
      replicas: 2,
      annotations: {
        'argocd.argoproj.io/tracking-id': `tax-calculator-${cluster}:apps/Deployment:tax/tax-calculator`,
      },
      revisions: [
        { number: 5, tag: '1.18.0', createdAt: clock.ago(70 * DAY) },
        {
          number: 6,
          tag: '1.19.0',
          createdAt: clock.ago(16 * DAY),
          changeCause: 'Rates of the new year',
          pods: [{ is: 'running' }, { is: 'running' }],
        },
      ],
    }),
    ...networkOf(place, clock, { name, port: 8080 }),
    configMapOf(place, clock, {
      name: 'tax-rates',
      data: {
        'brazil.csv': 'state,rate\nSP,18\nRJ,20\nMG,18\n',
        'europe.csv': 'country,rate\nDE,19\nFR,20\nPT,23\n',
        'valid-from': '2026-01-01',
      },
    }),
  ];
}

import { deploymentOfRelease } from './deploymentOfRelease';
import type { Deployment } from './types';

const SINCE = '2026-11-20T09:00:00Z';
const IMAGE = { repository: 'registry.example.com/shop/orders', tag: '2.33.0' };
const SIDECAR = { repository: 'envoyproxy/envoy', tag: '1.30.0' };

const deployment = (
  time: string,
  artifact: Deployment['artifact'] = { name: 'orders', version: '2.33.0' },
  outcome: Deployment['outcome'] = 'succeeded',
): Deployment => ({
  id: time,
  provider: 'jenkins',
  environment: 'production',
  at: `2026-11-20T${time}:00Z`,
  outcome,
  artifact,
});

const found = (...deployments: Deployment[]) =>
  deploymentOfRelease({ deployments, images: [SIDECAR, IMAGE], since: SINCE })
    ?.id;

it('finds the deployment that was recorded when the release began', () => {
  expect(found(deployment('08:59'))).toBe('08:59');
  expect(found(deployment('09:15'), deployment('08:30'))).toBe('09:15');
  // Whatever the pipeline said of it, and whatever was deployed after it.
  const failed = deployment('09:01', undefined, 'failed');
  const next = deployment('10:00', { name: 'orders', version: '2.34.0' });
  const other = deployment('09:02', { name: 'invoices', version: '2.33.0' });
  expect(found(failed, next, other)).toBe('09:01');
  expect(found(deployment('09:00', { version: 'v2.33.0' }))).toBe('09:00');
});

it.each([
  ['another version', [deployment('09:00', { version: '2.32.1' })]],
  [
    'another version after it',
    [
      deployment('08:40'),
      deployment('08:50', { name: 'orders', version: '2.32.1' }),
    ],
  ],
  ['the same version long before', [deployment('07:59')]],
  ['the same version later', [deployment('09:16')]],
  ['another artifact', [deployment('09:00', { name: 'x', version: '2.33.0' })]],
  [
    'the version of a sidecar',
    [deployment('09:00', { name: 'orders', version: '1.30.0' })],
  ],
  ['the end of it', [deployment('09:00', undefined, 'removed')]],
  ['no version', [deployment('09:00', {})]],
])('finds none if the record has %s', (_, deployments) => {
  expect(found(...deployments)).toBeUndefined();
});

import { artifactInPlace } from './artifactInPlace';
import type { Artifact } from '../artifacts/Artifact';
import type { Deployment } from './types';

const deployment = (
  artifact: Artifact | undefined,
  outcome: Deployment['outcome'] = 'succeeded',
): Deployment => ({
  id: JSON.stringify(artifact),
  provider: 'jenkins',
  environment: 'staging',
  at: '2026-11-28T10:00:00Z',
  artifact,
  outcome,
});

const SHOP = { name: 'shop', version: '1.4.0', digest: 'sha256:aa' };
const WORKER = { name: 'worker', version: '1.5.0' };

const CASES: [string, Deployment[], Artifact, string][] = [
  ['nothing', [], SHOP, 'nothing'],
  [
    'an earlier deployment of its name',
    [deployment(WORKER), deployment({ name: 'Shop', version: '1.4.0' })],
    SHOP,
    'same',
  ],
  [
    'the version of another name',
    [deployment(SHOP)],
    { ...WORKER, version: '1.4.0' },
    'different',
  ],
  [
    'a version that was replaced',
    [deployment({ ...SHOP, digest: 'sha256:bb' }), deployment(SHOP)],
    SHOP,
    'different',
  ],
  [
    'a version that was replaced, with tags in the names',
    [
      deployment({ name: 'reg:5000/shop:2', version: '2' }),
      deployment({ name: 'reg:5000/shop:1', version: '1' }),
    ],
    { name: 'reg:5000/shop', version: '1' },
    'different',
  ],
  [
    'a digest',
    [deployment(WORKER), deployment(SHOP)],
    { digest: 'sha256:AA' },
    'same',
  ],
  [
    'a version of one of two',
    [deployment(WORKER), deployment(SHOP)],
    { version: '1.4.0' },
    'ambiguous',
  ],
  [
    'a version of none of two',
    [deployment(WORKER), deployment(SHOP)],
    { version: '2' },
    'different',
  ],
  [
    'a version of what has none',
    [deployment({ name: 'shop' })],
    { version: '2' },
    'unknown',
  ],
  [
    'a deployment without an artifact',
    [deployment(undefined)],
    SHOP,
    'unknown',
  ],
  [
    'an environment that was torn down',
    [deployment(undefined, 'removed'), deployment(SHOP)],
    SHOP,
    'nothing',
  ],
  [
    'an artifact that was removed',
    [
      deployment(WORKER),
      deployment({ name: 'shop' }, 'removed'),
      deployment(SHOP),
    ],
    SHOP,
    'different',
  ],
];

it.each(CASES)('compares with %s', (_, deployments, artifact, found) => {
  expect(artifactInPlace(deployments, artifact).found).toBe(found);
});

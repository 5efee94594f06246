import { environmentOf, placeEnvironments } from './environments';
import { Environments } from '../environments/Environments';
import { parseImage } from './images';
import { namedObjects } from './namedObjects';

it.each<[string, object]>([
  ['orders', { repository: 'orders' }],
  ['orders:1.4', { repository: 'orders', tag: '1.4' }],
  [
    'registry.example.com:5000/shop/orders',
    { repository: 'registry.example.com:5000/shop/orders' },
  ],
  [
    `registry.example.com:5000/orders:1.4@sha256:${'a'.repeat(64)}`,
    {
      repository: 'registry.example.com:5000/orders',
      tag: '1.4',
      digest: `sha256:${'a'.repeat(64)}`,
    },
  ],
  ['orders@nonsense', { repository: 'orders' }],
])('reads the image %s', (reference, expected) => {
  expect(parseImage(reference)).toEqual(expected);
});

it('finds the objects that a text names', () => {
  expect(
    namedObjects(
      'Never touch `HorizontalPodAutoscaler/orders` (hpa/orders), sts/queue-db or deployment.apps/orders; see docs/readme, https://example.com/service/orders and Secret/<name>. Owner: team/orders.',
    ),
  ).toEqual([
    { kind: 'HorizontalPodAutoscaler', name: 'orders' },
    { kind: 'StatefulSet', name: 'queue-db' },
    { kind: 'Deployment', name: 'orders' },
  ]);
});

it('guesses where plain language may be all that it is', () => {
  expect(
    namedObjects(
      'No secrets/passwords in pod/logs, but Secret/db, `service/orders`, jobs.batch/nightly, svc/web and quota/limits.\n```sh\nkubectl delete job/nightly\n```\nA pod/orders-0 (Pod/orders-0).',
    ),
  ).toEqual([
    { kind: 'Secret', name: 'passwords', isGuess: true },
    { kind: 'Pod', name: 'logs', isGuess: true },
    { kind: 'Secret', name: 'db' },
    { kind: 'Service', name: 'orders' },
    { kind: 'Job', name: 'nightly' },
    { kind: 'Service', name: 'web' },
    { kind: 'Pod', name: 'orders-0' },
  ]);
});

describe('environments', () => {
  const clusters = [
    { name: 'staging' },
    { name: 'eks-eu-1', title: 'Production' },
  ];

  it('are found by the cluster that they name, or by their own name', () => {
    expect(
      placeEnvironments(
        [
          { name: 'qa', cluster: 'non-production', namespace: 'qa' },
          { name: 'Staging', namespace: 'orders' },
          { name: 'live', cluster: 'production' },
          { name: 'development' },
          { purpose: 'no name' },
        ],
        clusters,
      ).map(({ environment, cluster }) => [environment, cluster?.name]),
    ).toEqual([
      ['qa', undefined],
      ['Staging', 'staging'],
      ['live', 'eks-eu-1'],
      ['development', undefined],
    ]);
    expect(
      placeEnvironments([{ name: 'anything' }], clusters.slice(0, 1)),
    ).toEqual([{ environment: 'anything', cluster: clusters[0] }]);
  });

  it('are found by the cluster that has one of their names', () => {
    const known = Environments.create([
      { name: 'production', aliases: ['prod', 'live'] },
    ]);
    expect(
      placeEnvironments(
        [{ name: 'Prod' }, { name: 'Stg' }],
        [{ name: 'LIVE' }, { name: 'staging' }],
        known,
      ),
    ).toEqual([
      { environment: 'production', cluster: { name: 'LIVE' } },
      { environment: 'Stg' },
    ]);
  });

  it('claim the namespaces of their cluster', () => {
    const places = placeEnvironments(
      [
        { name: 'rest', cluster: 'staging' },
        { name: 'qa', cluster: 'staging', namespace: 'qa' },
      ],
      clusters,
    );
    const at = (cluster: string, namespace: string) =>
      environmentOf(places, { cluster, namespace });
    expect(at('staging', 'qa')).toBe('qa');
    expect(at('staging', 'orders')).toBe('rest');
    expect(at('eks-eu-1', 'qa')).toBeUndefined();
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { readAdmissionConfig } from './config';
import { NamespacePolicies } from './NamespacePolicies';

const cluster = { name: 'eu-1', token: 's3cret'.padEnd(32, 'x') };

const read = (...clusters: object[]) =>
  readAdmissionConfig(
    mockServices.rootConfig({
      data: { handover: { admission: { clusters } } } as never,
    }),
  );

it('knows the policy of every namespace', () => {
  const { clusters } = read({
    ...cluster,
    unmatched: 'deny',
    namespaces: [
      { match: 'prod-*', mode: 'enforce' },
      { match: 'prod-?', mode: 'warn' },
      { match: 'web', unmatched: 'allow' },
    ],
  });
  const policies = NamespacePolicies.create({ clusters });
  const at = (namespace: string) => policies.policyOf('eu-1', namespace);
  expect(at('prod-a')).toMatchObject({ mode: 'enforce', unmatched: 'deny' });
  expect(at('xprod-a')).toMatchObject({ mode: 'audit', unmatched: 'deny' });
  expect(at('web')).toMatchObject({ mode: 'audit', unmatched: 'allow' });
  expect(() => policies.policyOf('eu-2', 'web')).toThrow("'eu-2'");
  expect(read()).toEqual({ clusters: [] });
  expect(read(cluster).clusters[0]).toMatchObject({
    mode: 'audit',
    unmatched: 'allow',
  });
});

it('denies what belongs to nobody where it enforces, unless it says otherwise', () => {
  const [{ unmatched, namespaces }] = read({
    ...cluster,
    mode: 'enforce',
    namespaces: [
      { match: 'a', mode: 'warn' },
      { match: 'b', unmatched: 'allow' },
      { match: 'c' },
    ],
  }).clusters;
  expect(unmatched).toBe('deny');
  expect(namespaces.map(each => each.unmatched)).toEqual([
    'allow',
    'allow',
    'deny',
  ]);
});

it.each<[string, object[]]>([
  ['[0].name', [{ ...cluster, name: 'eu/1' }]],
  ['[0].token', [{ ...cluster, token: `${cluster.token} ` }]],
  ['[0].mode', [{ ...cluster, mode: 'enforced' }]],
  ['[0].unmatched', [{ ...cluster, unmatched: 'block' }]],
  ['[0].mod', [{ ...cluster, mod: 'enforce' }]],
  ['[0].namespace', [{ ...cluster, namespace: [] }]],
  [
    '[0].namespaces[0].unmatchd',
    [{ ...cluster, namespaces: [{ match: 'a', unmatchd: 'deny' }] }],
  ],
  ['[0].namespaces[0].match', [{ ...cluster, namespaces: [{ match: 'A' }] }]],
  [
    '[0].namespaces[1].mode',
    [
      {
        ...cluster,
        namespaces: [{ match: 'a' }, { match: 'b', mode: 'Enforce' }],
      },
    ],
  ],
  ['[1].name', [cluster, { ...cluster, token: 't'.repeat(32) }]],
  ['[1].token', [cluster, { ...cluster, name: 'eu-2' }]],
])('refuses a mistake at %s', (key, clusters) => {
  const attempt = () => read(...clusters);
  expect(attempt).toThrow(`at 'handover.admission.clusters${key}'`);
  expect(attempt).not.toThrow('s3cret');
});

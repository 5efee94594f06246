import type { HandoverDocument } from '../../documents/schema';
import { Environments } from '../../environments/Environments';
import type {
  ClusterSetup,
  WorkloadSetup,
} from '../../kubernetes/workloadSetup';
import {
  type KubernetesFactInput,
  kubernetesFactValues,
} from './kubernetesFacts';

const NOW = new Date('2026-11-20T12:00:00Z');

const workload = (of: Partial<WorkloadSetup> = {}): WorkloadSetup => ({
  kind: 'Deployment',
  name: 'orders',
  namespace: 'shop',
  images: [{ container: 'main', repository: 'shop/orders', tag: '1.4.0' }],
  hasHistory: true,
  replicas: 3,
  revisions: [{ number: 5 }, { number: 4 }],
  since: '2026-11-01T00:00:00Z',
  rollback: 'possible',
  start: { state: 'unknown' },
  ...of,
});
const cluster = (
  name: string,
  of: Partial<ClusterSetup> = {},
): ClusterSetup => ({ cluster: { name }, workloads: [workload()], ...of });

const documentOf = (items: object[], ...commands: string[]): HandoverDocument =>
  ({
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    environments: { items },
    rollback: { steps: commands.map(command => ({ do: 'Undo', command })) },
  } as HandoverDocument);
const PRODUCTION = { name: 'production', namespace: 'shop' };
const deployed = {
  id: '1',
  provider: 'jenkins',
  environment: 'production',
  at: '2026-11-20T11:00:00Z',
  outcome: 'succeeded' as const,
  artifact: { name: 'orders', version: '1.4.0' },
};

type Known = Exclude<KubernetesFactInput, { missing: string }>;

const factsOf = (of: Partial<Known> = {}) =>
  Object.fromEntries(
    kubernetesFactValues(
      {
        clusters: [cluster('production')],
        document: documentOf([PRODUCTION]),
        environments: Environments.builtIn(),
        deployments: [deployed],
        ...of,
      },
      NOW,
    ).map(([name, fact]) => [
      name.replace('kubernetes.', ''),
      'missing' in fact ? `? ${fact.missing}` : fact.value,
    ]),
  );
const withWorkloads = (...workloads: WorkloadSetup[]) => ({
  clusters: [cluster('production', { workloads })],
});

describe('facts of Kubernetes', () => {
  it('count what runs in production', () => {
    expect(factsOf()).toEqual({
      workloads: 1,
      minReplicasInProduction: 3,
      rollbackTargetExists: true,
      rollbackToolMatches:
        '? no documented command rolls back what runs in production',
      imageBuiltByPipeline: true,
    });
    const shipper = workload({ kind: 'DaemonSet', replicas: undefined });
    expect(
      factsOf(withWorkloads(workload(), workload({ replicas: 0 }), shipper)),
    ).toMatchObject({ workloads: 3, minReplicasInProduction: 0 });
    expect(factsOf(withWorkloads(shipper))).toMatchObject({
      minReplicasInProduction: '? only DaemonSets run in production',
    });
    expect(
      factsOf(withWorkloads(workload(), workload({ replicas: undefined }))),
    ).toMatchObject({
      minReplicasInProduction:
        "? the replicas of Deployment 'orders' are not known",
    });
    const none = '? no workload was found in production';
    expect(factsOf(withWorkloads())).toMatchObject({
      workloads: 0,
      minReplicasInProduction: none,
      rollbackTargetExists: none,
      imageBuiltByPipeline: none,
    });
  });

  const staging = { name: 'staging', namespace: 'shop' };
  it.each<[why: string, input: Partial<Known>]>([
    ['there is no handover', { document: undefined }],
    [
      'the handover has no production environment',
      { document: documentOf([{ name: 'staging' }]) },
    ],
    [
      "it is not known which cluster 'production' runs in",
      { clusters: [cluster('a'), cluster('b')] },
    ],
    [
      "the Kubernetes plugin has no cluster 'eu-1'",
      { document: documentOf([{ ...PRODUCTION, cluster: 'eu-1' }]) },
    ],
    [
      "'production' and 'staging' share a cluster and namespace in 'production'",
      { document: documentOf([staging, PRODUCTION]) },
    ],
    [
      "'production' could not be read: it denied access",
      { clusters: [cluster('production', { problem: 'it denied access' })] },
    ],
    [
      "only namespace 'billing' is read, not 'shop'",
      { clusters: [cluster('production', { onlyNamespace: 'billing' })] },
    ],
    [
      "namespace 'shop' in 'production' belongs to no environment of the handover",
      { document: documentOf([{ ...PRODUCTION, namespace: 'elsewhere' }]) },
    ],
  ])('are all missing if %s', (why, input) => {
    expect(new Set(Object.values(factsOf(input)))).toEqual(
      new Set([`? ${why}`]),
    );
  });

  const undo = (of: string, ...workloads: WorkloadSetup[]) =>
    factsOf({
      document: documentOf([PRODUCTION], `kubectl rollout undo ${of}`),
      ...(workloads.length > 0 && withWorkloads(...workloads)),
    });

  it('say whether a rollback has a target, and uses the right tool', () => {
    expect(undo('deployment/orders --to-revision=4')).toMatchObject({
      rollbackTargetExists: true,
      rollbackToolMatches: true,
    });
    expect(undo('deployment/orders --to-revision=3')).toMatchObject({
      rollbackTargetExists: false,
    });
    expect(undo('deployment/shop')).toMatchObject({
      rollbackTargetExists:
        "? Deployment 'shop' was not found among the workloads of the entity",
    });
    const manager = { kind: 'helm' as const, release: 'orders' };
    const first = workload({ rollback: 'noEarlierRevision' });
    const unread = workload({ rollback: 'unknown', manager });
    expect(undo('deployment/orders', unread)).toMatchObject({
      rollbackTargetExists:
        "? the earlier revisions of Deployment 'orders' are not known",
      rollbackToolMatches: false,
    });
    expect(undo('deployment/orders', unread, first)).toMatchObject({
      rollbackTargetExists: false,
    });
  });

  it('say that an image was not built only when the pipeline had its time', () => {
    const other = (since?: string) =>
      workload({
        since,
        images: [{ container: 'a', repository: 'shop/orders', tag: '1.5.0' }],
      });
    const [old, recent] = [
      other('2026-11-20T10:00:00Z'),
      other('2026-11-20T11:30:00Z'),
    ];
    const deployments = [{ ...deployed, at: '2026-11-19T11:00:00Z' }];
    const built = (of: Partial<Known>) =>
      factsOf({ deployments, ...of }).imageBuiltByPipeline;
    expect(built(withWorkloads(other()))).toBe(
      "? it is not known when Deployment 'orders' was rolled out",
    );
    expect(built(withWorkloads(other('2026-11-18T10:00:00Z')))).toBe(
      "? Deployment 'orders' was rolled out before the first known deployment",
    );
    expect(built(withWorkloads(old))).toBe(false);
    expect(built(withWorkloads(recent))).toBe(
      "? Deployment 'orders' was rolled out less than an hour ago",
    );
    expect(built(withWorkloads(recent, old))).toBe(false);
    const failing = 'Jenkins has not been readable since today';
    expect(built({ ...withWorkloads(old), failing })).toBe(`? ${failing}`);
    expect(built({ failing })).toBe(true);
    expect(built({ deployments: { missing: 'nobody knows' } })).toBe(
      '? nobody knows',
    );
  });
});

import {
  deployment,
  HISTORY,
  NAMESPACE,
  NOW,
  replicaSet,
  revisionOf,
  template,
} from './__testUtils__/objects';
import { documentedRollbacks } from './documentedRollback';
import { documentedTargets, staleTargets } from './documentedTargets';
import type { KubernetesObjects } from './objects';
import { rollbackOf } from './rollback';
import { summarizeWorkloads } from './summarizeWorkloads';
import type { Workload } from './types';

const workloads = (objects: KubernetesObjects) =>
  summarizeWorkloads(objects, { now: NOW });
const PLACE = { context: 'production', now: NOW };

it('goes back to the latest revision before the current one', () => {
  const [orders] = workloads({
    deployments: [deployment()],
    replicaSets: HISTORY,
  });
  expect(rollbackOf(orders, PLACE)).toEqual({
    current: expect.objectContaining({ number: 3 }),
    target: expect.objectContaining({ number: 2 }),
    lastLiveAt: '2026-11-20T10:00:00.000Z',
    command:
      'kubectl --context production --namespace order-processing rollout undo deployment/orders --to-revision=2',
  });
  // After a rollback the current revision has the highest number.
  const [rolledBack] = workloads({
    deployments: [
      {
        ...deployment(),
        metadata: {
          ...deployment().metadata,
          annotations: { 'deployment.kubernetes.io/revision': '9' },
        },
      },
    ],
    replicaSets: [...HISTORY, replicaSet(9, '1.4.1')],
  });
  expect(rollbackOf(rolledBack, { now: NOW })?.command).toBe(
    'kubectl --namespace order-processing rollout undo deployment/orders --to-revision=3',
  );
});

it('says the command for a StatefulSet, with a context that needs quotes', () => {
  const owner = { kind: 'StatefulSet', name: 'queue' };
  const [queue] = workloads({
    statefulSets: [
      {
        metadata: { name: 'queue', namespace: NAMESPACE },
        spec: { template: template('3.1') },
        status: { updateRevision: 'queue-5' },
      },
    ],
    controllerRevisions: [
      revisionOf(owner, 4, '3.0'),
      revisionOf(owner, 5, '3.1'),
    ],
  });
  const place = { context: "ann's cluster", now: NOW };
  expect(rollbackOf(queue, place)).toMatchObject({
    notes: ['oneByOne', 'volumes'],
    command:
      "kubectl --context 'ann'\\''s cluster' --namespace order-processing rollout undo statefulset/queue --to-revision=4",
  });
  expect(
    rollbackOf({ ...queue, isUpdatedOnDelete: true }, place)?.notes,
  ).toEqual(['onDelete', 'volumes']);
});

it('tells no history from a history that could not be read', () => {
  const [alone] = workloads({
    deployments: [deployment()],
    replicaSets: HISTORY.slice(1, 2),
  });
  expect(rollbackOf(alone, PLACE)).toEqual({
    current: expect.objectContaining({ number: 3 }),
    missing: 'noEarlierRevision',
  });
  const [unread] = workloads({ deployments: [deployment()] });
  expect(rollbackOf(unread, PLACE)).toEqual({ missing: 'historyUnknown' });
});

it('asks Helm and Argo CD where they manage it', () => {
  const [orders] = workloads({
    deployments: [deployment()],
    replicaSets: HISTORY,
  });
  expect(
    rollbackOf(
      { ...orders, manager: { kind: 'helm', release: 'orders' } },
      PLACE,
    )?.command,
  ).toBe(
    'helm rollback orders --kube-context production --namespace order-processing',
  );
  expect(
    rollbackOf(
      { ...orders, manager: { kind: 'argocd', application: 'shop' } },
      PLACE,
    ),
  ).toMatchObject({
    command: 'argocd app rollback shop',
    stopAutoSync: 'argocd app set shop --sync-policy none',
    target: { number: 2 },
  });
});

it('names an Application outside the namespace of Argo CD with its own', () => {
  const [orders] = workloads({
    deployments: [
      {
        ...deployment(),
        metadata: {
          ...deployment().metadata,
          annotations: {
            'argocd.argoproj.io/tracking-id':
              'team-a_shop:apps/Deployment:order-processing/orders',
          },
        },
      },
    ],
  });
  expect(rollbackOf(orders, PLACE)).toMatchObject({
    command: 'argocd app rollback team-a/shop',
    stopAutoSync: 'argocd app set team-a/shop --sync-policy none',
  });
});

const KUBECTL = 'kubectl --context production --namespace order-processing';

it('suspends Flux before it goes back', () => {
  const [orders] = workloads({
    deployments: [deployment()],
    replicaSets: HISTORY,
  });
  const shop = {
    kind: 'flux',
    name: 'shop',
    namespace: 'flux-system',
  } as const;
  expect(
    rollbackOf(
      { ...orders, manager: { ...shop, resource: 'kustomization' } },
      PLACE,
    )?.command,
  ).toBe(
    `flux suspend kustomization shop --context production --namespace flux-system && ${KUBECTL} rollout undo deployment/orders --to-revision=2`,
  );
  expect(
    rollbackOf(
      {
        ...orders,
        manager: {
          ...shop,
          resource: 'helmrelease',
          helm: { release: 'orders', namespace: 'releases' },
        },
      },
      PLACE,
    )?.command,
  ).toBe(
    'flux suspend helmrelease shop --context production --namespace flux-system && helm rollback orders --kube-context production --namespace releases',
  );
});

it('resumes a paused Deployment, which kubectl refuses to undo', () => {
  const [orders] = workloads({
    deployments: [deployment({}, { paused: true })],
    replicaSets: HISTORY,
  });
  expect(rollbackOf(orders, PLACE)).toMatchObject({
    notes: ['paused'],
    command: `${KUBECTL} rollout resume deployment/orders && ${KUBECTL} rollout undo deployment/orders --to-revision=2`,
  });
  // Helm may write to it while it is paused, and is to do so before it rolls out.
  expect(
    rollbackOf(
      { ...orders, manager: { kind: 'helm', release: 'orders' } },
      PLACE,
    )?.command,
  ).toBe(
    `helm rollback orders --kube-context production --namespace order-processing && ${KUBECTL} rollout resume deployment/orders`,
  );
});

it('warns of a target that was last live long ago', () => {
  const [orders] = workloads({
    deployments: [deployment()],
    replicaSets: HISTORY,
  });
  const at = (now: string, of: Partial<Workload> = {}) =>
    rollbackOf({ ...orders, ...of }, { now: new Date(now) });
  // The current revision was rolled out on November 20.
  expect(at('2026-12-04T10:00:00Z')?.notes).toBeUndefined();
  expect(at('2026-12-04T10:00:01Z')).toMatchObject({
    notes: ['longAgo'],
    lastLiveAt: '2026-11-20T10:00:00.000Z',
  });
  // A pod of the target still serves.
  const serving = { name: 'orders-2-a', revision: 2, ready: 1, problems: [] };
  const served = at('2026-12-24T10:00:00Z', {
    pods: [serving as unknown as Workload['pods'][number]],
  });
  expect(served?.notes).toBeUndefined();
  expect(served?.lastLiveAt).toBeUndefined();
  // After a rollback, what was created first is current.
  const [latest, previous] = orders.revisions;
  const rolledBack = at('2026-12-04T10:00:01Z', {
    rolledOutAt: '2026-10-01T10:00:00Z',
    revisions: [latest, { ...previous, createdAt: '2026-11-21T10:00:00Z' }],
  });
  expect(rolledBack?.notes).toBeUndefined();
});

it('warns of a target that is three revisions back', () => {
  const [orders] = workloads({
    deployments: [deployment()],
    replicaSets: HISTORY,
  });
  const [current, previous] = orders.revisions;
  const from = (number: number) =>
    rollbackOf(
      { ...orders, revisions: [{ ...current, number }, previous] },
      PLACE,
    )?.notes;
  expect(from(4)).toBeUndefined();
  expect(from(5)).toEqual(['farBack']);
});

it('says that pods with OnDelete have to be deleted', () => {
  const owner = { kind: 'DaemonSet', name: 'agent' };
  const [agent] = workloads({
    daemonSets: [
      {
        metadata: { name: 'agent', namespace: NAMESPACE },
        spec: { updateStrategy: { type: 'OnDelete' } },
      },
    ],
    controllerRevisions: [
      revisionOf(owner, 1, '0.8'),
      revisionOf(owner, 2, '0.9'),
    ],
  });
  expect(rollbackOf(agent, PLACE)).toMatchObject({
    notes: ['onDelete'],
    command: `${KUBECTL} rollout undo daemonset/agent --to-revision=1`,
  });
});

it('puts the flags for Argo Rollouts after the name of the plugin', () => {
  const owned = (revision: number) => {
    const each = replicaSet(revision, `1.4.${revision}`);
    return {
      ...each,
      metadata: {
        ...each.metadata,
        ownerReferences: [{ kind: 'Rollout', name: 'orders' }],
        annotations: { 'rollout.argoproj.io/revision': `${revision}` },
      },
    };
  };
  const [orders] = workloads({ replicaSets: [owned(3), owned(1), owned(2)] });
  expect(rollbackOf(orders, PLACE)?.command).toBe(
    'kubectl argo rollouts undo orders --context production --namespace order-processing --to-revision=2',
  );
});

it('does not go back to the latest revision where the current one is not known', () => {
  const [orders] = workloads({
    deployments: [
      { ...deployment(), metadata: { name: 'orders', namespace: NAMESPACE } },
    ],
    replicaSets: HISTORY,
  });
  expect(rollbackOf(orders, { now: NOW })?.target).toMatchObject({ number: 2 });
});

it('has nothing to say of what has no rollouts', () => {
  const [report] = workloads({ cronJobs: [{ metadata: { name: 'report' } }] });
  expect(rollbackOf(report, PLACE)).toBeUndefined();
});

describe('documented targets', () => {
  const step = (command: string) => ({ do: 'Go back', command });
  const targets = (...commands: string[]) =>
    documentedTargets({ steps: commands.map(step) });

  it.each<[string, object[]]>([
    [
      'kubectl -n order-processing rollout undo deployment/orders --to-revision=7',
      [
        {
          kind: 'Deployment',
          name: 'orders',
          namespace: NAMESPACE,
          revision: 7,
        },
      ],
    ],
    [
      'kubectl rollout undo deploy orders --namespace=order-processing',
      [{ kind: 'Deployment', name: 'orders', namespace: NAMESPACE }],
    ],
    [
      'kubectl rollout undo --to-revision 2 sts/queue && kubectl rollout undo ds/agent',
      [
        { kind: 'StatefulSet', name: 'queue', revision: 2 },
        { kind: 'DaemonSet', name: 'agent' },
      ],
    ],
    ['kubectl rollout undo deployment/<service>', []],
    ['kubectl rollout undo deployment/$NAME', []],
    ['kubectl rollout status deployment/orders', []],
    ['helm rollback orders', []],
  ])('of %s', (command, expected) => {
    expect(targets(command)).toEqual(
      expected.map(each => ({ step: 0, ...each })),
    );
  });

  it('are flagged where they are gone, and only where one can know', () => {
    const live = workloads({
      deployments: [deployment()],
      replicaSets: HISTORY,
    });
    const stale = (command: string) =>
      staleTargets(targets(command), live).map(({ gone }) => gone);
    const undo = 'kubectl -n order-processing rollout undo deployment';
    expect(stale(`${undo}/orders`)).toEqual([]);
    expect(stale(`${undo}/orders --to-revision=2`)).toEqual([]);
    expect(stale(`${undo}/orders --to-revision=0`)).toEqual([]);
    expect(stale(`${undo}/orders --to-revision=7`)).toEqual(['revision']);
    expect(stale(`${undo}/orders-v1`)).toEqual(['workload']);
    expect(
      stale('kubectl -n elsewhere rollout undo deployment/orders'),
    ).toEqual([]);
    expect(staleTargets(targets(`${undo}/orders`), [])).toEqual([]);
    const unread = workloads({ deployments: [deployment()] });
    expect(
      staleTargets(targets(`${undo}/orders --to-revision=7`), unread),
    ).toEqual([]);
  });
});

describe('documented rollbacks', () => {
  const helm = { kind: 'helm', release: 'shop' } as const;
  const argocd = { kind: 'argocd', application: 'shop-orders' } as const;
  const flux = {
    kind: 'flux',
    resource: 'kustomization',
    name: 'apps',
    namespace: 'flux-system',
  } as const;
  const fluxHelm = { ...flux, resource: 'helmrelease', helm } as const;
  const undo = 'kubectl -n order-processing rollout undo deployment/orders';

  it.each<[string, Workload['manager'], object[]]>([
    [undo, undefined, [{ tool: 'kubectl' }]],
    [undo, helm, [{ tool: 'kubectl', needs: 'helm' }]],
    [undo, argocd, [{ tool: 'kubectl', needs: 'argocd' }]],
    [undo, flux, [{ tool: 'kubectl', needs: 'flux' }]],
    [`flux suspend kustomization apps && ${undo}`, flux, [{ tool: 'kubectl' }]],
    [
      `flux suspend hr apps && ${undo}`,
      fluxHelm,
      [{ tool: 'kubectl', needs: 'helm' }],
    ],
    [
      'kubectl argo rollouts undo orders --to-revision=3',
      helm,
      [{ tool: 'argoRollouts', needs: 'helm' }],
    ],
    [
      'kubectl -n order-processing argo rollouts abort orders',
      helm,
      [{ tool: 'argoRollouts', needs: 'helm' }],
    ],
    [
      'kubectl-argo-rollouts undo orders',
      helm,
      [{ tool: 'argoRollouts', needs: 'helm' }],
    ],
    ['helm rollback shop 3 -n order-processing', helm, [{ tool: 'helm' }]],
    ['helm rollback orders', undefined, [{ tool: 'helm', needs: 'kubectl' }]],
    ['argocd app rollback argo/shop-orders', argocd, [{ tool: 'argocd' }]],
    [
      'helm rollback shop --namespace releases',
      { ...helm, namespace: 'releases' },
      [{ tool: 'helm' }],
    ],
    // Names of namespaces and contexts are no names of workloads.
    ['kubectl rollout undo deployment/billing --context orders', argocd, []],
    ['kubectl rollout undo deployment/billing --context=orders', argocd, []],
    ['helm rollback billing --kube-context orders', argocd, []],
    ['kubectl rollout undo deployment/orders -n "staging"', undefined, []],
    [
      'kubectl rollout undo deployment/orders \\\n  --namespace staging',
      undefined,
      [],
    ],
    // Of others, of nobody in particular, and no rollback.
    ['helm rollback payments', helm, []],
    ['helm rollback shop -n elsewhere', helm, []],
    ['helm rollback <release>', helm, []],
    ['helm history shop', helm, []],
    ['kubectl rollout undo deployment/payments; echo orders', undefined, []],
  ])('%s', (command, manager, expected) => {
    const [orders] = workloads({ deployments: [deployment()] });
    expect(
      documentedRollbacks(
        { steps: [{ do: 'Tell everybody' }, { do: 'Go back', command }] },
        { ...orders, manager },
      ),
    ).toEqual(expected.map(each => ({ step: 1, ...each })));
  });

  it('are not what is said beside a command, and keep to a namespace in prose', () => {
    const [orders] = workloads({ deployments: [deployment()] });
    const of = (step: { do: string; command?: string }) =>
      documentedRollbacks({ steps: [step] }, orders);
    const never = 'Never run `kubectl rollout undo deployment/orders`';
    expect(of({ do: never, command: 'make rollback' })).toEqual([]);
    expect(
      of({ do: 'Run `kubectl rollout undo deployment/orders -n staging`.' }),
    ).toEqual([]);
  });

  it('know Argo Rollouts as the tool of its own kind, also in prose', () => {
    const [orders] = workloads({ deployments: [deployment()] });
    const steps = [{ do: 'Run `kubectl argo rollouts undo orders`' }];
    expect(
      documentedRollbacks({ steps }, { ...orders, kind: 'Rollout' }),
    ).toEqual([{ step: 0, tool: 'argoRollouts' }]);
  });
});

import {
  deployment,
  HISTORY,
  NAMESPACE,
  NOW,
  replicaSet,
  revisionOf,
  template,
} from './__testUtils__/objects';
import { documentedTargets, staleTargets } from './documentedTargets';
import type { KubernetesObjects } from './objects';
import { rollbackOf } from './rollback';
import { summarizeWorkloads } from './summarizeWorkloads';

const workloads = (objects: KubernetesObjects) =>
  summarizeWorkloads(objects, { now: NOW });
const PLACE = { context: 'production' };

it('goes back to the latest revision before the current one', () => {
  const [orders] = workloads({
    deployments: [deployment()],
    replicaSets: HISTORY,
  });
  expect(rollbackOf(orders, PLACE)).toEqual({
    current: expect.objectContaining({ number: 3 }),
    target: expect.objectContaining({ number: 2 }),
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
  expect(rollbackOf(rolledBack, {})?.command).toBe(
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
  expect(rollbackOf(queue, { context: "ann's cluster" })?.command).toBe(
    "kubectl --context 'ann'\\''s cluster' --namespace order-processing rollout undo statefulset/queue --to-revision=4",
  );
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
    target: { number: 2 },
  });
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

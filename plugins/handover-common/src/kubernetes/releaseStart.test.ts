import {
  deployment,
  HISTORY,
  NAMESPACE,
  NOW,
  pod,
  revisionOf,
  waiting,
} from './__testUtils__/objects';
import type { KubernetesObjects, KubernetesPod } from './objects';
import { releaseStartOf } from './releaseStart';
import { summarizeWorkloads } from './summarizeWorkloads';

const BEGAN = '2026-11-21T02:40:00.000Z';
const CRASHING = waiting('CrashLoopBackOff', 'back-off');
const UNKNOWN = { state: 'unknown' };
const FAILING = { state: 'failing', since: BEGAN };
const REVISION_2 = { kind: 'ReplicaSet', name: 'orders-2' };

const startOf = (objects: KubernetesObjects, now = NOW) =>
  releaseStartOf(summarizeWorkloads(objects, { now })[0], { now });

const ofDeployment = (
  status: object,
  pods: KubernetesPod[],
  { replicaSets = HISTORY, now = NOW } = {},
) => startOf({ deployments: [deployment(status)], replicaSets, pods }, now);

/** One pod is updated, and is not ready. */
const ROLLING_OUT = {
  updatedReplicas: 1,
  readyReplicas: 2,
  unavailableReplicas: 1,
  conditions: [{ type: 'Progressing', status: 'True', reason: 'Updated' }],
};
const failing = (name = 'new', startTime = BEGAN) =>
  pod(name, CRASHING, { startTime });
const old = pod('old', {}, {}, REVISION_2);

describe('releaseStartOf', () => {
  it('says since when no pod of a release comes up', () => {
    expect(
      ofDeployment(ROLLING_OUT, [
        failing('b', '2026-11-21T02:50:00Z'),
        failing(),
        old,
      ]),
    ).toEqual(FAILING);
    // The release before is gone.
    const down = { ...ROLLING_OUT, updatedReplicas: 2, readyReplicas: 0 };
    expect(ofDeployment(down, [failing()])).toEqual(FAILING);
    // There is none before it.
    const first = { replicaSets: HISTORY.slice(1, 2) };
    expect(ofDeployment(down, [failing()], first)).toEqual(FAILING);
  });

  it('waits five minutes, and for pods that are still being started', () => {
    const at = (now: string) =>
      ofDeployment(ROLLING_OUT, [failing(), old], { now: new Date(now) });
    expect(at('2026-11-21T02:44:59Z')).toEqual(UNKNOWN);
    expect(at('2026-11-21T02:45:00Z')).toEqual(FAILING);
    const creating = waiting('ContainerCreating');
    const starting = pod('new', creating, {
      startTime: BEGAN,
      conditions: [],
    });
    expect(ofDeployment(ROLLING_OUT, [starting, old])).toEqual(UNKNOWN);
    expect(ofDeployment(ROLLING_OUT, [failing(), pod('ready'), old])).toEqual(
      UNKNOWN,
    );
  });

  it('does not blame a release that fails after it was rolled out', () => {
    const pods = [failing('a'), failing('b')];
    expect(ofDeployment({ readyReplicas: 0 }, pods)).toEqual(UNKNOWN);
    // Pods of the release before are still terminating.
    expect(ofDeployment({ readyReplicas: 0 }, [...pods, old])).toEqual(UNKNOWN);
    // Its autoscaler wants a pod that the quota refuses.
    const scaledUp = { replicas: 1, updatedReplicas: 1, readyReplicas: 0 };
    expect(ofDeployment(scaledUp, pods)).toEqual(UNKNOWN);
    // The next release was not noticed yet.
    const next = { ...ROLLING_OUT, readyReplicas: 0, observedGeneration: 2 };
    expect(ofDeployment(next, pods)).toEqual(UNKNOWN);
    expect(ofDeployment({}, [pod('a'), pod('b')])).toEqual({
      state: 'started',
    });
    const none = { replicas: 0, updatedReplicas: 0, readyReplicas: 0 };
    const stopped = deployment(none, { replicas: 0 });
    expect(
      startOf({ deployments: [stopped], replicaSets: HISTORY, pods: [] }),
    ).toEqual(UNKNOWN);
  });

  it('does not know when a pod of a StatefulSet with OnDelete was updated', () => {
    const owner = { kind: 'StatefulSet', name: 'orders' };
    const podOf = (revision: number, each: KubernetesPod) => ({
      ...each,
      metadata: {
        ...each.metadata,
        ownerReferences: [{ ...owner, controller: true }],
        labels: { 'controller-revision-hash': `orders-${revision}` },
      },
    });
    const with_ = (type: string) =>
      startOf({
        statefulSets: [
          {
            metadata: { name: 'orders', namespace: NAMESPACE },
            spec: { replicas: 2, updateStrategy: { type } },
            status: { updateRevision: 'orders-3', readyReplicas: 1 },
          },
        ],
        controllerRevisions: [
          revisionOf(owner, 2, '1.4.1'),
          revisionOf(owner, 3, '1.4.2'),
        ],
        pods: [podOf(3, failing()), podOf(2, pod('old'))],
      });
    expect(with_('OnDelete')).toEqual(UNKNOWN);
    expect(with_('RollingUpdate')).toEqual(FAILING);
  });
});

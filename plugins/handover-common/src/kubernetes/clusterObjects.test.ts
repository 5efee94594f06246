import { toClusterObjects } from './clusterObjects';
import { summarizeWorkloads } from './summarizeWorkloads';
import { setupOf } from './workloadSetup';

const refused = (resourcePath: string) => ({
  errorType: 'UNAUTHORIZED_ERROR',
  statusCode: 403,
  resourcePath,
});
const read = (
  errors: object[],
  resources: { type: string; resources: object[] }[] = [],
) =>
  toClusterObjects(
    {
      items: [
        { cluster: { name: 'production' }, resources, errors: errors as never },
      ],
    },
    [{ name: 'production' }],
  )[0];

describe('toClusterObjects', () => {
  it('says what could not be read of what is of interest', () => {
    const pod = { type: 'pods', resources: [{}] };
    const unreadOf = (path: string) => read([refused(path)], [pod]).unread;
    expect(unreadOf('/apis/apps/v1/namespaces/shop/deployments')).toEqual([
      'deployments',
    ]);
    expect(unreadOf('/apis/metrics.k8s.io/v1beta1/pods')).toEqual([]);
    expect(unreadOf('/api/v1/configmaps')).toEqual([]);
    expect(read([refused('/api/v1/pods')]).failure).toEqual({
      reason: 'forbidden',
    });
  });
});

describe('setupOf', () => {
  const deployment = (annotations: object, labels = {}) => {
    const metadata = { name: 'orders', namespace: 'shop', labels };
    const [workload] = summarizeWorkloads(
      {
        deployments: [
          {
            metadata: {
              ...metadata,
              uid: '1',
              annotations: annotations as never,
            },
            spec: { replicas: 3 },
          },
        ],
        replicaSets: [],
        autoscalers: [
          {
            metadata,
            spec: {
              scaleTargetRef: { kind: 'Deployment', name: 'orders' },
              minReplicas: 2,
              maxReplicas: 9,
            },
          },
        ],
      },
      { now: new Date() },
    );
    return setupOf(workload, { now: new Date(), knowsAutoscalers: true });
  };

  it('knows no replicas of what an unread autoscaler, or several ReplicaSets, may change', () => {
    const [workload] = summarizeWorkloads(
      {
        deployments: [
          {
            metadata: { name: 'orders', namespace: 'shop' },
            spec: { replicas: 3 },
          },
        ],
      },
      { now: new Date() },
    );
    const replicasOf = (
      kind: 'Deployment' | 'Rollout',
      knowsAutoscalers: boolean,
    ) =>
      setupOf({ ...workload, kind }, { now: new Date(), knowsAutoscalers })
        ?.replicas;
    expect(replicasOf('Deployment', true)).toBe(3);
    expect(replicasOf('Deployment', false)).toBeUndefined();
    expect(replicasOf('Rollout', true)).toBeUndefined();
  });

  it('counts the minimum of an autoscaler, and leaves rollbacks to Helm', () => {
    // Its current revision was not found either.
    expect(deployment({})).toMatchObject({ replicas: 2, rollback: 'unknown' });
    const helm = { 'meta.helm.sh/release-name': 'orders' };
    expect(
      deployment(helm, { 'app.kubernetes.io/managed-by': 'Helm' }),
    ).toMatchObject({ rollback: 'unknown' });
  });
});

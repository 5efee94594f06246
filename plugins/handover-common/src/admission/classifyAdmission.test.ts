/** @jest-environment node */
import { admissionReview } from './__testUtils__/fixtures';
import { classifyAdmission } from './classifyAdmission';
import { readAdmissionReview } from './readAdmissionReview';

const CONTROLLERS = 'system:serviceaccount:kube-system:';

/** What a recorded request is, with some of its fields replaced. */
function classify(name: string, more: Record<string, unknown> = {}) {
  const review = admissionReview(name);
  const request = { ...review.request, ...more };
  return classifyAdmission(readAdmissionReview({ ...review, request }));
}

/** The kind of change, or why it is none. */
function summarize(name: string, more?: Record<string, unknown>): string {
  const found = classify(name, more);
  return found.is === 'change' ? found.change.change : found.why;
}

const by = (username: string) => ({ userInfo: { username } });

it.each<[string, string]>([
  ['deployment-create', 'deploy'],
  ['deployment-update', 'deploy'],
  ['deployment-rollout-undo', 'deploy'],
  ['deployment-dry-run', 'deploy'],
  ['statefulset-update', 'deploy'],
  ['rollout-update', 'deploy'],
  ['cronjob-update', 'deploy'],
  ['job-by-user', 'deploy'],
  ['deployment-rollout-restart', 'config'],
  ['deployment-environment-variable', 'config'],
  // The next update would belong to another entity.
  ['deployment-label', 'config'],
  ['deployment-replicas', 'scale'],
  ['scale-by-user', 'scale'],
])('takes %s for the change %s', (name, expected) => {
  expect(summarize(name)).toBe(expected);
});

it.each<[string, string]>([
  ['scale-by-autoscaler', 'the autoscaler sets'],
  ['job-by-cronjob-controller', 'a CronJob that is already in place'],
  ['deployment-status', 'the subresource status'],
  ['deployment-delete', 'DELETE requests'],
  ['configmap-update', 'not a kind of workload'],
])('ignores %s', (name, why) => {
  const found = classify(name);
  expect(found).toEqual({ is: 'ignored', why: expect.stringContaining(why) });
});

it('says which images change, and whose labels there are', () => {
  expect(classify('deployment-update')).toEqual({
    is: 'change',
    change: {
      change: 'deploy',
      kind: 'Deployment',
      name: 'orders',
      namespace: 'shop',
      labels: {
        'app.kubernetes.io/name': 'orders',
        'backstage.io/kubernetes-id': 'orders',
      },
      previousLabels: expect.objectContaining({
        'backstage.io/kubernetes-id': 'orders',
      }),
      images: [
        {
          container: 'orders',
          image: {
            repository: 'registry.example.com/shop/orders',
            tag: '1.5.0',
          },
          previous: {
            repository: 'registry.example.com/shop/orders',
            tag: '1.4.0',
          },
        },
      ],
    },
  });
  // A Scale has no labels of its own.
  expect(classify('scale-by-user')).toMatchObject({
    change: { labels: { 'backstage.io/kubernetes-id': 'orders' }, images: [] },
  });
});

it('trusts the users of controllers only, never what anybody can write', () => {
  const autoscaler = by(`${CONTROLLERS}horizontal-pod-autoscaler`);
  const manager = by('system:kube-controller-manager');
  expect(summarize('job-by-cronjob-controller', by('eve'))).toBe('deploy');
  expect(summarize('job-by-user', by(`${CONTROLLERS}job-controller`))).toMatch(
    'a CronJob',
  );
  expect(summarize('job-by-cronjob-controller', manager)).toMatch('a CronJob');
  expect(summarize('scale-by-user', manager)).toMatch('autoscaler');
  expect(summarize('deployment-replicas', autoscaler)).toMatch('autoscaler');
  expect(summarize('scale-by-user', by('autoscaler'))).toBe('scale');
  // Not everything that the user of a controller does is what it is trusted with.
  expect(summarize('deployment-update', autoscaler)).toBe('deploy');
  const job = structuredClone(
    admissionReview('job-by-cronjob-controller').request.object,
  ) as { metadata: { ownerReferences: { controller?: boolean }[] } };
  job.metadata.ownerReferences[0].controller = false;
  expect(summarize('job-by-cronjob-controller', { object: job })).toBe(
    'deploy',
  );
});

it('takes an update of which it cannot see the rest for a deployment', () => {
  expect(summarize('deployment-update', { oldObject: null })).toBe('deploy');
  const rollout = admissionReview('rollout-update').request.object as {
    spec: object;
  };
  const refersTo = (name: string) => ({
    ...rollout,
    spec: { ...rollout.spec, template: undefined, workloadRef: { name } },
  });
  const changed = { object: refersTo('b'), oldObject: refersTo('a') };
  expect(summarize('rollout-update', changed)).toBe('config');
  const { object: created } = admissionReview('deployment-create').request;
  const unnamed = {
    name: '',
    object: {
      ...(created as object),
      metadata: { generateName: 'orders-' },
    },
  };
  expect(classify('deployment-create', unnamed)).toMatchObject({
    change: { name: 'orders-*' },
  });
});

it('sees the images of init containers and volumes', () => {
  const withPods = (init: string, volume: string) => ({
    spec: {
      template: {
        spec: {
          initContainers: [{ name: 'a', image: `init:${init}` }],
          volumes: [{ name: 'a', image: { reference: `data:${volume}` } }],
        },
      },
    },
  });
  const imagesOf = (object: object) => {
    const found = classify('deployment-update', {
      object,
      oldObject: withPods('1', '1'),
    });
    return found.is === 'change' && found.change.images;
  };
  expect(imagesOf(withPods('2', '1'))).toMatchObject([
    { container: 'a', image: { repository: 'init', tag: '2' } },
  ]);
  expect(imagesOf(withPods('1', '2'))).toMatchObject([
    { container: 'a', image: { repository: 'data', tag: '2' } },
  ]);
});

it('ignores the namespaces of Kubernetes, and no others', () => {
  const inNamespace = (namespace?: string) => () =>
    summarize('deployment-update', { namespace });
  expect(inNamespace('kube-system')()).toMatch('Kubernetes itself');
  expect(inNamespace('kube-node-lease')()).toMatch('Kubernetes itself');
  expect(inNamespace('kubernetes-apps')()).toBe('deploy');
  expect(inNamespace()).toThrow("'request.namespace' is missing");
});

it.each<[string, (review: Record<string, any>) => void]>([
  ['apiVersion', review => (review.apiVersion = 'admission.k8s.io/v1beta1')],
  ['kind', review => (review.kind = 'ConversionReview')],
  ['request', review => delete review.request],
  ['request.uid', review => delete review.request.uid],
  ['request.uid', review => (review.request.uid = 7)],
  ['request.operation', review => (review.request.operation = 'PATCH')],
  ['request.resource', review => delete review.request.resource],
  ['request.resource.resource', review => (review.request.resource = {})],
  ['request.namespace', review => (review.request.namespace = ['shop'])],
  [
    'request.userInfo.username',
    review => (review.request.userInfo.username = 1),
  ],
  ['request.dryRun', review => (review.request.dryRun = 'true')],
  ['request.object', review => (review.request.object = null)],
  ['request.object', review => (review.request.object = 'a Deployment')],
])('refuses a review with a wrong %s', (field, spoil) => {
  const review = admissionReview('deployment-update');
  expect(readAdmissionReview({ ...review, later: 1 })).toMatchObject({
    dryRun: false,
  });
  spoil(review);
  expect(() => readAdmissionReview(review)).toThrow(
    `Invalid AdmissionReview: '${field}'`,
  );
});

import { componentEntity, groupEntity } from './__testUtils__/entities';
import { toMirroredEntity } from './toMirroredEntity';

it('keeps every owner, and takes the one in the spec for the main one', () => {
  const mirrored = toMirroredEntity(
    componentEntity('Orders', {
      metadata: { namespace: 'Shop', title: 'Orders\0' },
      spec: { owner: 'Team-B', type: 'Service', lifecycle: 'Production' },
      owners: ['group:default/team-a', 'User:default/Ada'],
      partOf: [
        'component:default/x',
        'system:default/shop',
        'domain:default/d',
      ],
    }),
  );
  expect(mirrored).toMatchObject({
    entityRef: 'component:shop/orders',
    kind: 'component',
    namespace: 'shop',
    name: 'orders',
    title: 'Orders\uFFFD',
    type: 'service',
    lifecycle: 'production',
    system: 'system:default/shop',
    domain: 'domain:default/d',
    owner: 'group:shop/team-b',
    owners: ['group:default/team-a', 'group:shop/team-b', 'user:default/ada'],
  });
});

it('takes the first relation for the main owner if the spec has none', () => {
  expect(
    toMirroredEntity(
      componentEntity('a', { owners: ['group:default/z', 'group:default/b'] }),
    ),
  ).toMatchObject({
    owner: 'group:default/z',
    owners: ['group:default/b', 'group:default/z'],
  });
  expect(toMirroredEntity(componentEntity('a')).owners).toEqual([]);
});

it('reads the keys that pipelines, clusters and events know an entity by', () => {
  const keysOf = (annotations: Record<string, string>) =>
    toMirroredEntity(componentEntity('a', { metadata: { annotations } })).keys;
  expect(
    keysOf({
      'github.com/project-slug': ' Acme/Orders ',
      'gitlab.com/project-slug': 'Acme/Shop/Orders',
      'gitlab.com/project-id': '42',
      'gitlab.com/instance': 'gitlab.acme.test',
      'jenkins.io/job-full-name': '/shop/Orders/, ci-2:shop/Orders-ui',
      'argocd/app-name': 'orders',
      'argocd/instance-name': 'eu, us',
      'argocd/app-selector': 'app=orders',
      'backstage.io/kubernetes-id': 'orders',
      'backstage.io/kubernetes-label-selector': 'app=orders,tier=web',
      'handover.dev/cdevents-source': '/ci/orders',
    }),
  ).toEqual([
    { type: 'github-project', value: 'acme/orders' },
    {
      type: 'gitlab-project',
      value: 'acme/shop/orders',
      instance: 'gitlab.acme.test',
    },
    { type: 'gitlab-project-id', value: '42', instance: 'gitlab.acme.test' },
    { type: 'jenkins-job', value: 'shop/Orders' },
    { type: 'jenkins-job', value: 'shop/Orders-ui', instance: 'ci-2' },
    { type: 'argocd-application', value: 'orders', instance: 'eu' },
    { type: 'argocd-application', value: 'orders', instance: 'us' },
    { type: 'argocd-selector', value: 'app=orders', instance: 'eu' },
    { type: 'argocd-selector', value: 'app=orders', instance: 'us' },
    { type: 'kubernetes-id', value: 'orders' },
    { type: 'kubernetes-selector', value: 'app=orders,tier=web' },
    { type: 'cdevents-source', value: '/ci/orders' },
  ]);
  expect(
    keysOf({
      'github.com/project-slug': '  ',
      'backstage.io/kubernetes-id': 'x'.repeat(501),
      'jenkins.io/job-full-name': ',,',
    }),
  ).toEqual([]);
  expect(
    keysOf({ 'jenkins.io/job-full-name': Array.from(Array(99).keys()).join() }),
  ).toHaveLength(20);
});

it('knows the groups above a group, and only those', () => {
  const group = groupEntity('team', 'b', 'a');
  group.relations?.push(
    { type: 'parentOf', targetRef: 'group:default/below' },
    { type: 'childOf', targetRef: 'resource:default/odd' },
  );
  expect(toMirroredEntity(group).parents).toEqual([
    'group:default/a',
    'group:default/b',
  ]);
});

it('leaves out what no index of a database holds', () => {
  expect(
    toMirroredEntity(
      componentEntity('a', {
        metadata: {
          labels: { region: 'eu\0', long: 'x'.repeat(300) },
          tags: ['Java', 'java', 'x'.repeat(300)],
        },
        spec: { type: 'x'.repeat(300), owner: 'x'.repeat(300) },
      }),
    ),
  ).toMatchObject({
    type: undefined,
    owners: [],
    tags: ['java'],
    labels: { region: 'eu\uFFFD' },
  });
});

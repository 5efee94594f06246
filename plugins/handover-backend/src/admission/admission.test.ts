import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { asService } from '../__testUtils__/startHandoverBackend';
import {
  admissionReview,
  FREEZE_END,
  startWithClusters,
  TOKENS,
} from './__testUtils__/startWithClusters';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
let knex: Knex;
let backend: Awaited<ReturnType<typeof startWithClusters>>;

beforeAll(async () => {
  knex = await databases.init('SQLITE_3');
  backend = await startWithClusters({ knex });
});
afterAll(() => backend.stop());

/** Objects with these labels. */
function labelled(labels: Record<string, string>) {
  const relabel = (object: any) => ({
    ...object,
    metadata: { ...object.metadata, labels },
    spec: {
      ...object.spec,
      template: { ...object.spec.template, metadata: { labels } },
    },
  });
  const { object, oldObject } = admissionReview('deployment-update').request;
  return { object: relabel(object), oldObject: relabel(oldObject) };
}

const recorded = async () => {
  const { body } = await backend.get(
    '/events?topic=handover.decision.recorded&limit=100',
    asService(),
  );
  return body.items.map(({ payload }: any) => payload);
};

it('denies a deployment during a freeze, and says until when', async () => {
  const { allowed, status, auditAnnotations } = await backend.review(
    'deployment-create',
  );
  expect(allowed).toBe(false);
  expect(status).toMatchObject({ code: 403, reason: 'Forbidden' });
  const end = new Date(Date.parse(FREEZE_END) + 86_400_000);
  const until = end.toISOString().replace('.000Z', 'Z');
  expect(
    status?.message
      ?.replace(/ at .*? and/, ' now and')
      .replaceAll('+00:00', 'Z'),
  ).toBe(
    `A deployment of component:default/orders in production is not allowed now and until ${until}. Because: Year-end freeze lasts until ${until}. It is next allowed at ${until}. See https://portal.example.com/catalog/default/component/orders/handover`,
  );
  expect(auditAnnotations).toMatchObject({
    mode: 'enforce',
    passes: 'false',
    entity: 'component:default/orders',
    environment: 'production',
    change: 'deploy',
    verdict: 'closed',
    until,
    'next-open': until,
  });
  expect(backend.audited.slice(-1)).toEqual([
    [
      'gate-admission',
      'fail',
      expect.objectContaining({
        cluster: 'eu-1',
        namespace: 'shop',
        kind: 'Deployment',
        name: 'orders',
        username: 'system:serviceaccount:argocd:argocd-application-controller',
        verdict: 'closed',
      }),
    ],
  ]);
});

it('lets a rollback through, and records it as one', async () => {
  const denied = await backend.review('rollout-update', {
    name: 'never-recorded',
  });
  expect(denied.allowed).toBe(false);
  expect(await backend.review('deployment-rollout-undo')).toMatchObject({
    allowed: true,
    auditAnnotations: { change: 'rollback', verdict: 'open' },
  });
  await backend.review('deployment-rollout-undo', { dryRun: true });
  expect(await recorded()).toEqual([
    expect.objectContaining({
      entityRef: 'component:default/orders',
      environment: 'production',
      change: 'rollback',
      verdict: 'open',
      changeId: 'kubernetes:eu-1/shop/Deployment/orders',
      artifact: { name: 'orders', version: '1.4.0' },
    }),
  ]);
});

it.each(['deployment-rollout-restart', 'scale-by-user', 'statefulset-update'])(
  'holds %s during a freeze',
  async name => {
    expect(await backend.review(name)).toMatchObject({ allowed: false });
  },
);

it.each(['scale-by-autoscaler', 'deployment-status', 'deployment-delete'])(
  'lets %s through without asking the gate',
  async name => {
    const events = backend.audited.length;
    const response = await backend.review(name);
    expect(response.allowed).toBe(true);
    expect(response.auditAnnotations).toEqual({ ignored: expect.any(String) });
    expect(backend.audited).toHaveLength(events);
  },
);

it('takes the gate of no entity that has nothing in the namespace', async () => {
  const response = await backend.review('deployment-update', {
    ...labelled({ 'backstage.io/kubernetes-id': 'twin' }),
    namespace: 'staging',
  });
  expect(response.auditAnnotations).toMatchObject({
    entity: 'component:default/orders',
    environment: 'staging',
  });
});

it('warns or only audits where a namespace says so', async () => {
  const before = await recorded();
  const warned = await backend.review('deployment-update', {
    namespace: 'warn-shop',
  });
  expect(warned.allowed).toBe(true);
  expect(warned.warnings?.join(' ')).toMatch(/not allowed.*Year-end freeze/);
  warned.warnings?.forEach(each => expect(each.length).toBeLessThan(257));
  const audited = await backend.review('deployment-update', {
    namespace: 'audit',
  });
  expect(audited).toMatchObject({
    allowed: true,
    auditAnnotations: { mode: 'audit', passes: 'false', verdict: 'closed' },
  });
  expect(audited.warnings).toBeUndefined();
  expect(await recorded()).toEqual(before);
});

it('allows dry runs, with a warning that says what would happen', async () => {
  const closed = await backend.review('deployment-dry-run');
  expect(closed.allowed).toBe(true);
  expect(closed.warnings?.[0]).toMatch(
    /^Dry run: this change would be denied\. A deployment of/,
  );
  const open = await backend.review('deployment-dry-run', {
    namespace: 'staging',
  });
  expect(open.warnings?.[0]).toMatch(/would be allowed\. A deployment of/);
});

it.each<[string, Record<string, string>, string, RegExp]>([
  [
    'several entities',
    { 'backstage.io/kubernetes-id': 'twin' },
    'strict',
    /several entities: .*twin-1.*twin-2/,
  ],
  ['no entity', { app: 'unknown' }, 'strict', /belongs to no entity/],
  [
    'an undocumented place',
    { 'backstage.io/kubernetes-id': 'orders' },
    'strict',
    /documents no environment/,
  ],
])(
  'treats a workload of %s as its namespace says',
  async (_what, labels, namespace, message) => {
    const objects = labelled(labels);
    const denied = await backend.review('deployment-update', {
      ...objects,
      namespace,
    });
    expect(denied.status?.message).toMatch(message);
    expect(denied.allowed).toBe(false);
    const allowed = await backend.review('deployment-update', {
      ...objects,
      namespace: 'elsewhere',
    });
    expect(allowed.allowed).toBe(true);
    expect(allowed.warnings?.join(' ')).toMatch(message);
    expect(allowed.auditAnnotations).toMatchObject({ unmatched: 'allow' });
  },
);

it('finds the entity by its selector and by its namespace', async () => {
  const entityOf = async (
    labels: Record<string, string>,
    namespace: string,
    before = labels,
  ) => {
    const { auditAnnotations } = await backend.review('deployment-update', {
      object: labelled(labels).object,
      oldObject: labelled(before).oldObject,
      namespace,
    });
    return auditAnnotations?.entity;
  };
  const payments = { app: 'payments' };
  expect(await entityOf(payments, 'shop')).toBe('component:default/payments');
  // Both document this namespace, and nothing says whose it is.
  expect(await entityOf({ app: 'unknown' }, 'shop')).toBeUndefined();
  expect(await entityOf({ app: 'unknown' }, 'staging')).toBe(
    'component:default/orders',
  );
  // Other labels do not open another gate.
  expect(
    await entityOf(payments, 'shop', {
      'backstage.io/kubernetes-id': 'orders',
    }),
  ).toBe('component:default/orders');
});

it('is unknown in time if the gate is slow, and then denies', async () => {
  const started = Date.now();
  const slow = await backend.review(
    'deployment-update',
    { namespace: 'slow' },
    { query: '?timeout=1s' },
  );
  expect(Date.now() - started).toBeLessThan(1_000);
  expect(slow).toMatchObject({
    allowed: false,
    status: { message: expect.stringMatching(/^It is unknown whether/) },
    auditAnnotations: { verdict: 'unknown' },
  });
  const other = await backend.review(
    'deployment-update',
    {},
    { cluster: 'eu-2' },
  );
  expect(other.allowed).toBe(true);
  expect(other.warnings).toBeUndefined();
});

it.each<[string, { cluster?: string; token?: string }]>([
  ['no token', { token: '' }],
  ['another token', { token: 'x'.repeat(40) }],
  ['the token of another cluster', { token: TOKENS['eu-2'] }],
  ['an unknown cluster', { cluster: 'eu-3', token: TOKENS['eu-1'] }],
  ['the name of an unknown cluster', { cluster: 'eu-3', token: 'eu-3' }],
])('refuses %s before it reads the body', async (_what, options) => {
  for (const body of ['{ not json', 'x'.repeat(4 * 1024 * 1024)]) {
    const response = await backend.send(body, options);
    expect(response.status).toBe(401);
    expect(response.body.error.message).toBe(
      'The token is missing or is not that of this cluster',
    );
  }
});

it('refuses what is no review, and takes one of 3 MiB', async () => {
  const statusOf = async (body: string | object) =>
    (await backend.send(body)).status;
  expect(await statusOf('{ not json')).toBe(400);
  expect(await statusOf({ kind: 'AdmissionReview' })).toBe(400);
  expect(await statusOf(admissionReview('deployment-update', { uid: 1 }))).toBe(
    400,
  );
  expect(
    await statusOf(admissionReview('deployment-update', { namespace: '' })),
  ).toBe(400);
  const limit = 3 * 1024 * 1024;
  const review = JSON.stringify(admissionReview('deployment-update'));
  expect(await statusOf(review.padEnd(limit))).toBe(200);
  expect(await statusOf(review.padEnd(limit + 1))).toBe(413);
});

it('opens no other route', async () => {
  const { status } = await backend.get('/gate/admission/eu-1/x', {
    Authorization: `Bearer ${TOKENS['eu-1']}`,
  });
  expect(status).toBe(401);
});

// The last test: nothing works afterwards.
it('denies where the gate is enforced, and only there, while the database is down', async () => {
  await knex.destroy();
  const review = (namespace: string) =>
    backend.review('deployment-update', { namespace });
  expect(await review('staging')).toMatchObject({
    allowed: false,
    auditAnnotations: { verdict: 'unknown' },
  });
  expect(await review('warn-shop')).toMatchObject({
    allowed: true,
    warnings: [expect.stringMatching(/^It is unknown/), expect.any(String)],
  });
  expect(await review('audit')).toMatchObject({ allowed: true });
  expect((await backend.review('scale-by-autoscaler')).allowed).toBe(true);
});

import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createHandoverConditionalDecision, handoverConditions } from '..';
import { exampleYaml as yaml } from '../__testUtils__/exampleYaml';
import {
  as,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from './__testUtils__/databases';

jest.setTimeout(60_000);

const CREATE = { 'If-None-Match': '*' };

/** Each case has entities of its own. */
const entities = [
  ...['edited', 'divided', 'paged', 'marked', 'raced'].map(name =>
    component(name),
  ),
  component('listed-orders', {
    owner: 'group:default/shop',
    system: 'system:default/store',
  }),
  component('listed-billing', { owner: 'group:default/finance' }),
  component('listed-search', { owner: 'group:default/shop' }),
  component('secret-orders', { owner: 'group:default/readers' }),
  component('secret-billing', { owner: 'group:default/finance' }),
  component('secret-search', { owner: 'group:default/readers' }),
];

/** What the permission framework answers when these users want to read. */
const MAY_READ: Record<string, PolicyDecision> = {
  'user:default/reader': createHandoverConditionalDecision(
    handoverDocumentReadPermission,
    handoverConditions.isOwner({ claims: ['group:default/readers'] }),
  ),
  'user:default/nobody': { result: AuthorizeResult.DENY },
};

const pathOf = (name: string) => `/documents/component/default/${name}`;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('documents on %p', databaseId => {
  let api: Awaited<ReturnType<typeof startHandoverBackend>>;

  beforeAll(async () => {
    const auth = mockServices.auth();
    api = await startHandoverBackend({
      entities,
      database: { knex: await databases.init(databaseId) },
      authorize: async (requests, options) => {
        const { credentials } = options!;
        const caller = auth.isPrincipal(credentials, 'user')
          ? credentials.principal.userEntityRef
          : '';
        return requests.map(
          ({ permission }) =>
            (permission.name === handoverDocumentReadPermission.name &&
              MAY_READ[caller]) || { result: AuthorizeResult.ALLOW },
        );
      },
    });
  });
  afterAll(() => api.stop());

  it('keeps what is edited in the portal, revision by revision', async () => {
    const path = pathOf('edited');

    const before = await api.get(path);
    expect(before.body).toMatchObject({
      entityRef: 'component:default/edited',
      status: 'missing',
      coverage: { ratio: 0 },
    });
    expect(before.headers.etag).toMatch(/^"0\./);

    const first = await api.put(path, yaml('Takes orders'), {
      ...CREATE,
      ...as('user:default/ada'),
    });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      status: 'ok',
      revision: { number: 1, author: 'user:default/ada', source: 'portal' },
      document: { overview: { purpose: 'Takes orders' } },
    });
    expect(first.body.coverage.ratio).toBeGreaterThan(0);

    const second = await api.put(
      path,
      { yaml: yaml('Takes and bills orders'), message: 'It bills now' },
      { 'If-Match': first.headers.etag },
    );
    expect(second.status).toBe(200);
    expect(second.body.revision).toMatchObject({
      number: 2,
      message: 'It bills now',
    });

    // The same content again is not a change.
    const again = await api.put(path, yaml('Takes and bills orders'), {
      'If-Match': '"2"',
    });
    expect(again.body.revision.number).toBe(2);
  });

  it('lists, gets and compares its revisions', async () => {
    const path = pathOf('divided');
    await api.put(path, yaml('Takes orders'), CREATE);
    await api.put(path, yaml('Takes and bills orders'), { 'If-Match': '"1"' });

    const revisions = await api.get(`${path}/revisions?limit=1`);
    expect(revisions.body).toMatchObject({
      items: [{ number: 2 }],
      totalItems: 2,
    });
    const older = await api.get(
      `${path}/revisions?limit=1&cursor=${revisions.body.nextCursor}`,
    );
    expect(older.body.items).toMatchObject([{ number: 1 }]);
    expect(older.body.nextCursor).toBeUndefined();

    const revision = await api.get(`${path}/revisions/1`);
    expect(revision.body.yaml).toBe(yaml('Takes orders'));

    const diff = await api.get(`${path}/diff?from=1&to=2`);
    expect(diff.body).toMatchObject({ from: 1, to: 2 });
    expect(JSON.stringify(diff.body)).toContain('Takes and bills orders');
    const same = await api.get(`${path}/diff?from=2&to=2`);
    expect(JSON.stringify(same.body)).not.toContain('orders');
  });

  it('is also a page of Markdown', async () => {
    const path = pathOf('marked');
    const none = await api.get(`${path}/handover.md`);
    expect(none.status).toBe(404);
    expect(none.body.error.message).toBe(
      "There is no handover of 'component:default/marked'",
    );

    await api.put(path, yaml('Takes orders'), CREATE);
    const page = await api.get(`${path}/handover.md`);
    expect(page.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(page.text).toMatch(
      /^# Handover of component:default\/marked\n\nTier 1 · Reviewed 2026-11-01\n\n## Overview\n/,
    );
    expect(page.text).toContain('Takes orders');

    const overdue = yaml('Takes orders').replace('2026-11-01', '2020-01-01');
    await api.put(path, overdue, { 'If-Match': '"1"' });
    expect((await api.get(`${path}/handover.md`)).text).toContain(
      '\n> The review of this handover has been overdue since 2020-03-31.\n',
    );

    const unchanged = await api.get(`${path}/handover.md`, {
      'If-None-Match': (await api.get(`${path}/handover.md`)).headers.etag,
    });
    expect(unchanged.status).toBe(304);
  });

  it('refuses a change that would undo another', async () => {
    const path = pathOf('raced');
    await api.put(path, yaml('One'), CREATE);
    await api.put(path, yaml('Two'), { 'If-Match': '"1"' });

    const late = await api.put(path, yaml('Mine'), { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    expect(late.body.error.message).toBe(
      "The handover of 'component:default/raced' is at revision 2, not 1",
    );
    const create = await api.put(path, yaml('Mine'), CREATE);
    expect(create.status).toBe(412);
    const blind = await api.put(path, yaml('Mine'));
    expect(blind.status).toBe(428);
    const strange = await api.put(path, yaml('Mine'), {
      'If-Match': '"two"',
    });
    expect(strange.status).toBe(400);

    const [left, right] = await Promise.all([
      api.put(path, yaml('Left'), { 'If-Match': '"2"' }),
      api.put(path, yaml('Right'), { 'If-Match': '"2"' }),
    ]);
    expect([left.status, right.status].sort()).toEqual([200, 412]);

    const state = await api.get(path);
    expect(state.body.revision.number).toBe(3);
  });

  it('lists the coverage of sections where it is asked to', async () => {
    await api.put(pathOf('listed-orders'), yaml('Takes orders'), CREATE);
    const { body } = await api.get(
      '/documents?include=coverage&q=listed-orders',
    );
    expect(body.items).toMatchObject([
      {
        entityRef: 'component:default/listed-orders',
        sections: { overview: 'partial', rollback: 'missing' },
        problems: 0,
      },
    ]);
  });

  it('lists, filters, sorts and pages', async () => {
    for (const name of ['orders', 'billing', 'search']) {
      await api.get(pathOf(`listed-${name}`));
    }
    await api.put(pathOf('listed-orders'), yaml('Takes orders'), CREATE);

    const refs = async (query: string) => {
      const { body } = await api.get(`/documents?${query}&q=listed`);
      expect(body.totalItems).toBeGreaterThanOrEqual(body.items.length);
      return body.items.map((item: { entityRef: string }) => item.entityRef);
    };
    expect(await refs('')).toEqual([
      'component:default/listed-billing',
      'component:default/listed-orders',
      'component:default/listed-search',
    ]);
    expect(await refs('owner=group:default/shop&status=missing')).toEqual([
      'component:default/listed-search',
    ]);
    expect(await refs('status=ok&status=invalid')).toEqual([
      'component:default/listed-orders',
    ]);
    expect(await refs('system=system:default/store')).toEqual([
      'component:default/listed-orders',
    ]);
    expect(await refs('tier=1')).toEqual(['component:default/listed-orders']);
    expect(await refs('coverageMin=0.01')).toEqual([
      'component:default/listed-orders',
    ]);
    const { body: found } = await api.get(
      '/documents?coverageMax=0&q=listed%20sear',
    );
    expect(found.items).toMatchObject([
      { entityRef: 'component:default/listed-search' },
    ]);
    expect(await refs('sort=coverage&order=desc&limit=1')).toEqual([
      'component:default/listed-orders',
    ]);

    const full = await api.get(
      '/documents?include=document&limit=100&q=listed',
    );
    expect(full.body.items).toContainEqual(
      expect.objectContaining({
        entityRef: 'component:default/listed-orders',
        document: expect.objectContaining({
          overview: { purpose: expect.any(String) },
        }),
      }),
    );
    const page = await api.get('/documents?limit=2&q=listed');
    expect(page.body).toMatchObject({ totalItems: 3 });
    const next = await api.get(
      `/documents?limit=2&q=listed&cursor=${page.body.nextCursor}`,
    );
    expect(next.body.items).toMatchObject([
      { entityRef: 'component:default/listed-search' },
    ]);
    expect(next.body.nextCursor).toBeUndefined();
  });

  it('shows each caller only what they may read', async () => {
    const reader = as('user:default/reader');
    // An entity that was not stored yet.
    const before = await api.get(pathOf('secret-orders'), reader);
    expect(before.body.status).toBe('missing');
    // Written by those who may update, whoever may read.
    for (const name of ['orders', 'billing', 'search']) {
      await api.put(pathOf(`secret-${name}`), yaml('Something'), {
        ...CREATE,
        ...reader,
      });
    }

    const list = await api.get('/documents', reader);
    expect(list.body).toMatchObject({
      items: [
        { entityRef: 'component:default/secret-orders' },
        { entityRef: 'component:default/secret-search' },
      ],
      totalItems: 2,
    });
    expect((await api.get(pathOf('secret-orders'), reader)).status).toBe(200);
    for (const path of [
      '',
      '/revisions',
      '/revisions/1',
      '/diff?from=1&to=1',
    ]) {
      const denied = await api.get(
        `${pathOf('secret-billing')}${path}`,
        reader,
      );
      expect(denied.status).toBe(403);
      expect(JSON.stringify(denied.body)).not.toContain('Something');
    }
  });

  it('shows nothing to those who may read nothing', async () => {
    const path = pathOf('paged');
    await api.put(path, yaml('Something'), CREATE);
    const caller = as('user:default/nobody');
    expect((await api.get('/documents', caller)).body).toEqual({
      items: [],
      totalItems: 0,
    });
    expect((await api.get(path, caller)).status).toBe(403);
  });
});

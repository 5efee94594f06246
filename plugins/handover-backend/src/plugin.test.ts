import {
  type BackstageCredentials,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverGateDecidePermission,
} from '@backstage-handover/plugin-handover-common';
import { openapi } from '@backstage-handover/plugin-handover-common/api';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createTestDatabases } from './documents/__testUtils__/databases';
import { createHandoverConditionalDecision, handoverConditions } from '.';
import {
  as,
  asService,
  component,
  nobody,
  startHandoverBackend,
} from './__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const ORDERS = '/documents/component/default/orders';
const GATE = '/gate/component/default/orders';
const CREATE = { 'If-None-Match': '*' };

const yaml = (purpose: string) => `apiVersion: handover.dev/v1
kind: Handover
metadata:
  tier: 1
  reviewedAt: 2026-11-01
overview:
  purpose: ${purpose}
environments:
  items:
    - name: staging
    - name: production
windows:
  items:
    - id: month-end
      title: Month-end freeze
      effect: deny
      reason: Finance closes the books
      environments: [production]
      schedule:
        start: 2026-11-30T00:00
        end: 2026-12-02T00:00
        timeZone: Asia/Kolkata
`;

const entities = [
  component('orders', {
    owner: 'group:default/shop',
    system: 'system:default/store',
  }),
  component('billing', { owner: 'group:default/finance' }),
  component('search', { owner: 'group:default/shop' }),
];

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});
async function start(
  options: Partial<Parameters<typeof startHandoverBackend>[0]> = {},
): Promise<Backend> {
  backend = await startHandoverBackend({ entities, ...options });
  return backend;
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('documents on %p', databaseId => {
  it('keeps what is edited in the portal, revision by revision', async () => {
    const api = await start({
      database: { knex: await databases.init(databaseId) },
    });

    const before = await api.get(ORDERS);
    expect(before.body).toMatchObject({
      entityRef: 'component:default/orders',
      status: 'missing',
      coverage: { ratio: 0 },
    });
    expect(before.headers.etag).toMatch(/^"0\./);

    const first = await api.put(ORDERS, yaml('Takes orders'), {
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
      ORDERS,
      { yaml: yaml('Takes and bills orders'), message: 'It bills now' },
      { 'If-Match': first.headers.etag },
    );
    expect(second.status).toBe(200);
    expect(second.body.revision).toMatchObject({
      number: 2,
      message: 'It bills now',
    });

    // The same content again is not a change.
    const again = await api.put(ORDERS, yaml('Takes and bills orders'), {
      'If-Match': '"2"',
    });
    expect(again.body.revision.number).toBe(2);

    const revisions = await api.get(`${ORDERS}/revisions?limit=1`);
    expect(revisions.body).toMatchObject({
      items: [{ number: 2 }],
      totalItems: 2,
    });
    const older = await api.get(
      `${ORDERS}/revisions?limit=1&cursor=${revisions.body.nextCursor}`,
    );
    expect(older.body.items).toMatchObject([{ number: 1 }]);
    expect(older.body.nextCursor).toBeUndefined();

    const revision = await api.get(`${ORDERS}/revisions/1`);
    expect(revision.body.yaml).toBe(yaml('Takes orders'));

    const diff = await api.get(`${ORDERS}/diff?from=1&to=2`);
    expect(diff.body).toMatchObject({ from: 1, to: 2 });
    expect(JSON.stringify(diff.body)).toContain('Takes and bills orders');
    const same = await api.get(`${ORDERS}/diff?from=2&to=2`);
    expect(JSON.stringify(same.body)).not.toContain('orders');
  });

  it('is also a page of Markdown', async () => {
    const api = await start({
      database: { knex: await databases.init(databaseId) },
    });
    const none = await api.get(`${ORDERS}/handover.md`);
    expect(none.status).toBe(404);
    expect(none.body.error.message).toBe(
      "There is no handover of 'component:default/orders'",
    );

    await api.put(ORDERS, yaml('Takes orders'), CREATE);
    const page = await api.get(`${ORDERS}/handover.md`);
    expect(page.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(page.text).toMatch(
      /^# Handover of component:default\/orders\n\nTier 1 · Reviewed 2026-11-01\n\n## Overview\n/,
    );
    expect(page.text).toContain('Takes orders');

    const overdue = yaml('Takes orders').replace('2026-11-01', '2020-01-01');
    await api.put(ORDERS, overdue, { 'If-Match': '"1"' });
    expect((await api.get(`${ORDERS}/handover.md`)).text).toContain(
      '\n> The review of this handover has been overdue since 2020-03-31.\n',
    );

    const unchanged = await api.get(`${ORDERS}/handover.md`, {
      'If-None-Match': (await api.get(`${ORDERS}/handover.md`)).headers.etag,
    });
    expect(unchanged.status).toBe(304);
  });

  it('refuses a change that would undo another', async () => {
    const api = await start({
      database: { knex: await databases.init(databaseId) },
    });
    await api.put(ORDERS, yaml('One'), CREATE);
    await api.put(ORDERS, yaml('Two'), { 'If-Match': '"1"' });

    const late = await api.put(ORDERS, yaml('Mine'), { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    expect(late.body.error.message).toBe(
      "The handover of 'component:default/orders' is at revision 2, not 1",
    );
    const create = await api.put(ORDERS, yaml('Mine'), CREATE);
    expect(create.status).toBe(412);
    const blind = await api.put(ORDERS, yaml('Mine'));
    expect(blind.status).toBe(428);
    const strange = await api.put(ORDERS, yaml('Mine'), {
      'If-Match': '"two"',
    });
    expect(strange.status).toBe(400);

    const [left, right] = await Promise.all([
      api.put(ORDERS, yaml('Left'), { 'If-Match': '"2"' }),
      api.put(ORDERS, yaml('Right'), { 'If-Match': '"2"' }),
    ]);
    expect([left.status, right.status].sort()).toEqual([200, 412]);

    const state = await api.get(ORDERS);
    expect(state.body.revision.number).toBe(3);
  });

  it('lists, filters, sorts and pages', async () => {
    const api = await start({
      database: { knex: await databases.init(databaseId) },
    });
    for (const name of ['orders', 'billing', 'search']) {
      await api.get(`/documents/component/default/${name}`);
    }
    await api.put(ORDERS, yaml('Takes orders'), CREATE);

    const refs = async (query: string) => {
      const { body } = await api.get(`/documents?${query}`);
      expect(body.totalItems).toBeGreaterThanOrEqual(body.items.length);
      return body.items.map((item: { entityRef: string }) => item.entityRef);
    };
    expect(await refs('')).toEqual([
      'component:default/billing',
      'component:default/orders',
      'component:default/search',
    ]);
    expect(await refs('owner=group:default/shop&status=missing')).toEqual([
      'component:default/search',
    ]);
    expect(await refs('status=ok&status=invalid')).toEqual([
      'component:default/orders',
    ]);
    expect(await refs('system=system:default/store')).toEqual([
      'component:default/orders',
    ]);
    expect(await refs('tier=1')).toEqual(['component:default/orders']);
    expect(await refs('coverageMin=0.01')).toEqual([
      'component:default/orders',
    ]);
    expect(await refs('coverageMax=0&q=sear')).toEqual([
      'component:default/search',
    ]);
    expect(await refs('sort=coverage&order=desc&limit=1')).toEqual([
      'component:default/orders',
    ]);

    const full = await api.get('/documents?include=document&limit=100');
    expect(full.body.items).toContainEqual(
      expect.objectContaining({
        entityRef: 'component:default/orders',
        document: expect.objectContaining({
          overview: { purpose: expect.any(String) },
        }),
      }),
    );
    const page = await api.get('/documents?limit=2');
    expect(page.body).toMatchObject({ totalItems: 3 });
    const next = await api.get(
      `/documents?limit=2&cursor=${page.body.nextCursor}`,
    );
    expect(next.body.items).toMatchObject([
      { entityRef: 'component:default/search' },
    ]);
    expect(next.body.nextCursor).toBeUndefined();
  });

  it('shows each caller only what they may read', async () => {
    const decisions: Record<string, PolicyDecision> = {
      [handoverDocumentReadPermission.name]: createHandoverConditionalDecision(
        handoverDocumentReadPermission,
        handoverConditions.isOwner({ claims: ['group:default/shop'] }),
      ),
    };
    const api = await start({
      database: { knex: await databases.init(databaseId) },
      authorize: async requests =>
        requests.map(
          ({ permission }) =>
            decisions[permission.name] ?? { result: AuthorizeResult.ALLOW },
        ),
    });
    // An entity that was not stored yet.
    expect((await api.get(ORDERS)).body.status).toBe('missing');
    // Written by those who may update, whoever may read.
    for (const name of ['orders', 'billing', 'search']) {
      await api.put(
        `/documents/component/default/${name}`,
        yaml('Something'),
        CREATE,
      );
    }

    const list = await api.get('/documents');
    expect(list.body).toMatchObject({
      items: [
        { entityRef: 'component:default/orders' },
        { entityRef: 'component:default/search' },
      ],
      totalItems: 2,
    });
    expect((await api.get(ORDERS)).status).toBe(200);
    for (const path of [
      '',
      '/revisions',
      '/revisions/1',
      '/diff?from=1&to=1',
    ]) {
      const denied = await api.get(
        `/documents/component/default/billing${path}`,
      );
      expect(denied.status).toBe(403);
      expect(JSON.stringify(denied.body)).not.toContain('Something');
    }

    decisions[handoverDocumentReadPermission.name] = {
      result: AuthorizeResult.DENY,
    } as DefinitivePolicyDecision;
    expect((await api.get('/documents')).body).toEqual({
      items: [],
      totalItems: 0,
    });
    expect((await api.get(ORDERS)).status).toBe(403);
  });
});

describe('requests', () => {
  it('says nothing to those who are not signed in, but the schema', async () => {
    const api = await start();
    for (const path of [
      '/documents',
      ORDERS,
      `${ORDERS}/revisions`,
      `${ORDERS}/revisions/1`,
      `${ORDERS}/diff?from=1&to=2`,
      `${GATE}?environment=production`,
      `${GATE}/environments`,
      `${GATE}/occurrences?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z`,
      `${GATE}/calendar.ics`,
      `${ORDERS}/handover.md`,
    ]) {
      const { status, body } = await api.get(path, nobody);
      expect([path, status]).toEqual([path, 401]);
      expect(body.error.name).toBe('AuthenticationError');
    }
    expect((await api.put(ORDERS, yaml('x'), nobody)).status).toBe(401);
    expect((await api.post('/documents/validate', 'x', nobody)).status).toBe(
      401,
    );

    const schema = await api.get('/schema.json', nobody);
    expect(schema.status).toBe(200);
    expect(schema.body).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { kind: { const: 'Handover' } },
    });
  });

  it('serves the description that it enforces', async () => {
    const api = await start();
    const { body } = await api.agent.get('/api/handover/openapi.json');
    expect(body).toEqual({
      ...openapi,
      servers: [{ url: '/api/handover' }],
    });
  });

  it.each([
    ['/documents?limit=501', 'limit'],
    ['/documents?limit=0', 'limit'],
    ['/documents?include=document&limit=101', 'limit'],
    ['/documents?include=yaml', 'include'],
    ['/documents?limit=many', 'limit'],
    ['/documents?cursor=nonsense', 'cursor'],
    ['/documents?sort=colour', 'sort'],
    ['/documents?tier=5', 'tier'],
    ['/documents?coverageMin=2', 'coverageMin'],
    ['/documents?stale=perhaps', 'stale'],
    ['/documents?colour=red', 'colour'],
    ['/documents?q=%00', 'NUL'],
    ['/documents?owner=a%00', 'NUL'],
    [`${ORDERS}/revisions/0`, 'number'],
    [`${ORDERS}/revisions/99999999999`, 'number'],
    [`${ORDERS}/revisions?cursor=nonsense`, 'cursor'],
    [`${ORDERS}/diff?from=1`, 'to'],
    ['/documents/component/default/or$ders', 'name'],
    [GATE, 'environment'],
    [`${GATE}?environment=production&at=tomorrow`, 'at'],
    [`${GATE}?environment=production&at=2026-11-30T10:00:00`, 'at'],
    [`${GATE}?environment=production&at=2026-13-30T10:00:00Z`, 'at'],
    [`${GATE}?environment=production&at=0001-01-01T00:00:00Z`, 'at'],
    [`${GATE}?environment=production&change=explode`, 'change'],
    [`${GATE}/occurrences?from=2026-01-01T00:00:00Z`, 'to'],
    [
      `${GATE}/occurrences?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z`,
      'from',
    ],
    [
      `${GATE}/occurrences?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z`,
      'from',
    ],
  ])('answers GET %s with what is wrong with %s', async (path, what) => {
    const api = await start();
    const { status, body } = await api.get(path);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toContain(what);
  });

  it('knows no entity or revision that is not there', async () => {
    const api = await start();
    for (const path of [
      '/documents/component/default/nothing',
      '/documents/component/default/nothing/revisions',
      '/gate/component/default/nothing?environment=production',
      `${ORDERS}/revisions/1`,
      `${ORDERS}/diff?from=1&to=2`,
    ]) {
      const { status, body } = await api.get(path);
      expect([path, status, body.error.name]).toEqual([
        path,
        404,
        'NotFoundError',
      ]);
    }
    const { status } = await api.put(
      '/documents/component/default/nothing',
      yaml('x'),
      CREATE,
    );
    expect(status).toBe(404);
    const upperCase = await api.get('/documents/Component/Default/Orders');
    expect(upperCase.body.entityRef).toBe('component:default/orders');
  });

  it('refuses a document with every problem and its place, and stores nothing', async () => {
    const api = await start();
    const bad = yaml('Takes orders')
      .replace('timeZone: Asia/Kolkata', 'timeZone: Asia/Atlantis')
      .replace('overview:', 'overveiw:');
    const { status, body } = await api.put(ORDERS, bad, CREATE);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      problems: [
        { line: 6, column: 1, message: expect.stringContaining('overview') },
        {
          line: 22,
          path: expect.stringContaining('timeZone'),
          message: expect.stringContaining('Asia/Atlantis'),
        },
      ],
    });

    const other = await api.put(
      ORDERS,
      yaml('x').replace(
        'tier: 1',
        'tier: 1\n  entityRef: component:default/billing',
      ),
      CREATE,
    );
    expect(other.status).toBe(400);
    expect(other.body.error.problems).toMatchObject([
      { path: 'metadata.entityRef', line: 5 },
    ]);
    expect((await api.get(ORDERS)).body.status).toBe('missing');
  });

  it('refuses a secret with its line, and never repeats it', async () => {
    const api = await start();
    // Put together here, so that the source holds nothing that looks like one.
    const secret = ['ghp', 'x7Kq2mVb9LtR4wYc8ZsN1pDf6HgJ3aEu5TiO'].join('_');
    for (const answer of [
      await api.put(ORDERS, yaml(`Token ${secret}`), CREATE),
      await api.post('/documents/validate', yaml(`Token ${secret}`)),
    ]) {
      expect(JSON.stringify(answer.body)).not.toContain(secret);
      const problems = answer.body.problems ?? answer.body.error.problems;
      expect(problems).toContainEqual(expect.objectContaining({ line: 7 }));
    }
  });

  it('refuses a secret and a NUL in what is said about a change', async () => {
    const api = await start();
    const secret = ['ghp', 'x7Kq2mVb9LtR4wYc8ZsN1pDf6HgJ3aEu5TiO'].join('_');
    for (const [message, what] of [
      [`New token: ${secret}`, 'looks like a secret (GitHub token)'],
      ['a\0b', 'NUL'],
    ]) {
      const { status, body } = await api.put(
        ORDERS,
        { yaml: yaml('Takes orders'), message },
        CREATE,
      );
      expect(status).toBe(400);
      expect(body.error.message).toContain(what);
      expect(JSON.stringify(body)).not.toContain(secret);
    }
    // What is in an address is logged before anybody can look at it.
    const inAddress = await api.put(
      `${ORDERS}?message=Rotated`,
      yaml('Takes orders'),
      CREATE,
    );
    expect(inAddress.status).toBe(400);
    expect(inAddress.body.error.message).toContain("'message'");
    expect((await api.get(ORDERS)).body.status).toBe('missing');
  });

  it('refuses text that is none', async () => {
    const api = await start();
    const nul = await api.put(ORDERS, `${yaml('x')}# \0`, CREATE);
    expect(nul.status).toBe(400);
    expect(nul.body.error.problems).toMatchObject([
      { line: 23, column: 3, message: expect.stringContaining('NUL') },
    ]);
    for (const type of ['application/yaml', 'application/json']) {
      const { status, body } = await api.agent
        .post('/api/handover/documents/validate')
        .set('Content-Type', type)
        .serialize(content => content)
        .send(Buffer.from([0x22, 0xe9, 0xff, 0x22]) as unknown as string);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: 'The body is not UTF-8 text',
      });
    }
  });

  it('allows the links whose schemes are configured', async () => {
    const linked = `${yaml('Takes orders')}architecture:
  links: [{ title: Chat, url: 'slack://channel?id=C1' }]
`;
    const closed = await start();
    const refused = await closed.put(ORDERS, linked, CREATE);
    expect(refused.status).toBe(400);
    expect(refused.body.error.problems).toMatchObject([
      { path: 'architecture.links[0].url', line: 24 },
    ]);
    await closed.stop();
    const open = await start({
      config: { handover: { links: { schemes: ['slack'] } } },
    });
    expect((await open.put(ORDERS, linked, CREATE)).status).toBe(201);
    const { body } = await open.post('/documents/validate', linked);
    expect(body.valid).toBe(true);
    const schema = await open.get('/schema.json');
    expect(JSON.stringify(schema.body)).toContain('slack:');
  });

  it('checks a document and stores nothing', async () => {
    const api = await start();
    const good = await api.post('/documents/validate', {
      yaml: yaml('Takes orders'),
    });
    expect(good.body).toMatchObject({ valid: true, problems: [] });
    expect(good.body.coverage.ratio).toBeGreaterThan(0);

    const bad = await api.post('/documents/validate', 'kind: [');
    expect(bad.status).toBe(200);
    expect(bad.body.valid).toBe(false);
    expect(bad.body.problems[0]).toMatchObject({
      line: 1,
      severity: 'error',
    });
    expect((await api.get('/documents')).body.items).not.toContainEqual(
      expect.objectContaining({ status: 'ok' }),
    );
  });

  it('refuses bodies that are too large or of another type', async () => {
    const api = await start();
    const large = yaml('x'.repeat(300 * 1024));
    const tooLong = await api.put(ORDERS, large, CREATE);
    expect(tooLong.status).toBe(400);
    expect(tooLong.body.error.message).toContain('256 KiB');

    const huge = await api.put(ORDERS, yaml('x'.repeat(5_000_000)), CREATE);
    expect(huge.status).toBe(413);
    expect(huge.body.error.message).toBe('The body is larger than 1024 KiB');

    const xml = await api.put(ORDERS, '<handover/>', {
      ...CREATE,
      'Content-Type': 'application/xml',
    });
    expect(xml.status).toBe(415);
    const unknown = await api.put(ORDERS, { yml: 'x' }, CREATE);
    expect(unknown.status).toBe(400);
  });

  it('answers an unchanged state with 304', async () => {
    const api = await start();
    await api.put(ORDERS, yaml('Takes orders'), CREATE);
    const { headers } = await api.get(ORDERS);
    const again = await api.get(ORDERS, { 'If-None-Match': headers.etag });
    expect(again.status).toBe(304);
    await api.put(ORDERS, yaml('Takes more'), { 'If-Match': '"1"' });
    const changed = await api.get(ORDERS, { 'If-None-Match': headers.etag });
    expect(changed.status).toBe(200);
  });

  it('tells the auditor of every write and how it ended', async () => {
    const auditor = mockServices.auditor.mock();
    const success = jest.fn(async () => {});
    const fail = jest.fn(async () => {});
    auditor.createEvent.mockResolvedValue({ success, fail });
    const api = await start({ auditor });

    await api.put(ORDERS, yaml('Takes orders'), CREATE);
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'document-update',
        severityLevel: 'medium',
        meta: { entityRef: 'component:default/orders', expectedRevision: 0 },
      }),
    );
    expect(success).toHaveBeenCalledTimes(1);
    await api.put(ORDERS, yaml('Again'), CREATE);
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'RevisionMismatchError' }),
    });
  });
});

describe('permissions', () => {
  const deny = (name: string): Partial<Parameters<typeof start>[0]> => ({
    authorize: async requests =>
      requests.map(({ permission }) =>
        permission.name === name
          ? { result: AuthorizeResult.DENY }
          : { result: AuthorizeResult.ALLOW },
      ),
  });

  it('needs one permission to write and another to ask the gate', async () => {
    const api = await start(deny(handoverDocumentUpdatePermission.name));
    expect((await api.put(ORDERS, yaml('x'), CREATE)).status).toBe(403);
    expect((await api.get(ORDERS)).status).toBe(200);
    await api.stop();

    const other = await start(deny(handoverGateDecidePermission.name));
    const { status, body } = await other.get(`${GATE}?environment=production`);
    expect(status).toBe(403);
    expect(body.error.message).toContain('handover.gate.decide');
    expect((await other.get(`${GATE}/environments`)).status).toBe(403);
    expect((await other.get(`${GATE}/calendar.ics`)).status).toBe(403);
    expect((await other.get(ORDERS)).status).toBe(200);
  });

  it('hides the handover of an entity that the catalog hides', async () => {
    const visible = entities.filter(
      ({ metadata }) => metadata.name !== 'billing',
    );
    const full = catalogServiceMock({ entities });
    const restricted = catalogServiceMock({ entities: visible });
    // The plugin itself sees everything, the user what the policy lets them.
    const of = (options: object | undefined) =>
      mockServices
        .auth()
        .isPrincipal(
          (options as { credentials: BackstageCredentials }).credentials,
          'user',
        )
        ? restricted
        : full;
    const catalog = catalogServiceMock.mock({
      getEntities: (req, options) => of(options).getEntities(req, options),
      getEntitiesByRefs: (req, options) =>
        of(options).getEntitiesByRefs(req, options),
      getEntityByRef: (ref, options) =>
        of(options).getEntityByRef(ref, options),
      queryEntities: (req, options) => of(options).queryEntities(req, options),
      streamEntities: (req, options) =>
        of(options).streamEntities(req, options),
    });
    const api = await start({
      catalog,
      authorize: async requests =>
        requests.map(({ permission }) =>
          permission.name === 'catalog.entity.read'
            ? {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: {
                  rule: 'HAS_LABEL',
                  resourceType: 'catalog-entity',
                  params: { label: 'public' },
                },
              }
            : { result: AuthorizeResult.ALLOW },
        ),
    });

    for (const name of ['orders', 'billing', 'search']) {
      const { status } = await api.get(
        `/documents/component/default/${name}`,
        asService(),
      );
      expect(status).toBe(200);
    }
    const list = await api.get('/documents');
    expect(list.body).toMatchObject({
      items: [
        { entityRef: 'component:default/orders' },
        { entityRef: 'component:default/search' },
      ],
      totalItems: 2,
    });
    expect((await api.get('/documents/component/default/billing')).status).toBe(
      404,
    );
    expect(
      (await api.get('/gate/component/default/billing?environment=production'))
        .status,
    ).toBe(404);
    expect((await api.get('/documents', asService())).body.totalItems).toBe(3);
  });
});

describe('documents in repositories', () => {
  const location =
    'url:https://github.com/example/orders/tree/main/handover.yaml';
  const inRepository = component('orders', {
    annotations: {
      'backstage.io/managed-by-location':
        'url:https://github.com/example/orders/blob/main/catalog-info.yaml',
      'handover.dev/ref': './handover.yaml',
    },
  });
  const push = {
    topic: 'github.push',
    eventPayload: {
      repository: { html_url: 'https://github.com/example/orders' },
      commits: [{ modified: ['handover.yaml'] }],
    },
  };

  it('are changed there, and decide by the last good revision', async () => {
    let content: string | undefined;
    const events = mockServices.events();
    const urlReader = mockServices.urlReader.mock({
      readUrl: async () => {
        if (content === undefined) {
          throw new Error('connection refused');
        }
        const buffer = Buffer.from(content);
        return { buffer: async () => buffer, etag: content };
      },
    });
    const api = await start({
      entities: [inRepository],
      extra: [
        urlReader.factory,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
      ],
    });
    const statusAfterPush = async (status: string) => {
      await events.publish(push);
      for (let attempt = 0; attempt < 100; attempt++) {
        const { body } = await api.get(ORDERS);
        if (body.status === status) {
          return body;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      throw new Error(`The status never became ${status}`);
    };
    const at = encodeURIComponent('2026-11-30T10:00:00+05:30');
    const decision = async () =>
      (await api.get(`${GATE}?environment=production&at=${at}`)).body;

    // Nothing good was ever read: nobody knows what its windows say.
    const unread = await statusAfterPush('unreachable');
    expect(unread.document).toBeUndefined();
    expect(await decision()).toMatchObject({
      verdict: 'unknown',
      reasons: [{ reason: expect.stringContaining('unreachable') }],
    });

    content = yaml('Takes orders');
    const state = await statusAfterPush('ok');
    expect(state).toMatchObject({ source: 'repository', location });
    const closed = await decision();
    expect(closed.verdict).toBe('closed');

    const edit = await api.put(ORDERS, yaml('Mine'), { 'If-Match': '"1"' });
    expect(edit.status).toBe(409);
    expect(edit.body.error.message).toContain(location);

    content = 'kind: [';
    const broken = await statusAfterPush('invalid');
    expect(broken).toMatchObject({
      revision: { number: 1 },
      document: { overview: { purpose: 'Takes orders' } },
      problems: [{ line: 1, severity: 'error' }],
    });
    const { reasons, ...rest } = await decision();
    expect({ ...rest, reasons: closed.reasons }).toEqual(closed);
    expect(reasons).toMatchObject([
      { kind: 'window', window: 'month-end' },
      { kind: 'default' },
      {
        kind: 'notice',
        title: 'Based on revision 1, because the handover is invalid',
      },
    ]);
  });
});

describe('gate', () => {
  it('counts its decisions by verdict', async () => {
    const counters = new Map<string, jest.Mock>();
    const metrics = metricsServiceMock.mock({
      createCounter: name => {
        const add = jest.fn();
        counters.set(name, add);
        return { add };
      },
    });
    const api = await start({ extra: [metrics.factory] });
    await api.get(`${GATE}?environment=production&change=rollback`);
    expect(counters.get('handover.gate.decisions')?.mock.calls).toEqual([
      [1, { verdict: 'open', change: 'rollback' }],
    ]);
  });

  it('decides from the windows of the handover', async () => {
    const api = await start({
      config: { app: { baseUrl: 'https://portal.example.com/' } },
    });
    await api.put(ORDERS, yaml('Takes orders'), CREATE);

    const at = encodeURIComponent('2026-11-30T10:00:00+05:30');
    const closed = await api.get(`${GATE}?environment=production&at=${at}`);
    expect(closed.body).toMatchObject({
      verdict: 'closed',
      environment: 'production',
      change: 'deploy',
      revision: 1,
      calendars: [{ id: 'component:default/orders', version: '1' }],
    });
    expect(Date.parse(closed.body.until)).toBe(
      Date.parse('2026-12-02T00:00:00+05:30'),
    );
    expect(closed.body.reasons[0]).toMatchObject({
      kind: 'window',
      window: 'month-end',
      title: 'Month-end freeze',
      reason: 'Finance closes the books',
      link: 'https://portal.example.com/catalog/default/component/orders/handover#windows',
      active: true,
    });
    const again = await api.get(`${GATE}?environment=production&at=${at}`);
    expect(again.text).toBe(closed.text);

    const rollback = await api.get(
      `${GATE}?environment=production&change=rollback&at=${at}`,
    );
    expect(rollback.body.verdict).toBe('open');

    const all = await api.get(`${GATE}/environments?at=${at}`);
    expect(all.body.items).toMatchObject([
      { environment: 'staging', verdict: 'open' },
      { environment: 'production', verdict: 'closed' },
    ]);
    expect(all.body.items[1]).toEqual(closed.body);
  });

  it('means the same environment by every name of it, and answers unknown for others', async () => {
    const api = await start({
      config: {
        handover: {
          environments: [
            { name: 'development', unknown: 'pass' },
            { name: 'production', aliases: ['prod', 'live'] },
          ],
        },
      },
    });
    await api.put(ORDERS, yaml('Takes orders'), CREATE);
    const at = '2026-12-01T10:00:00Z';
    const ask = (environment: string) =>
      api.get(
        `${GATE}?environment=${encodeURIComponent(environment)}&at=${at}`,
      );
    const closed = await ask('production');
    expect(closed.body).toMatchObject({
      verdict: 'closed',
      environment: 'production',
    });
    for (const name of ['Production', ' PROD', 'Live']) {
      expect((await ask(name)).text).toBe(closed.text);
    }
    expect((await ask('Staging')).body.verdict).toBe('open');
    const unknown = await ask('produciton');
    expect(unknown.status).toBe(200);
    expect(unknown.body).toMatchObject({
      verdict: 'unknown',
      environment: 'produciton',
      onUnknown: 'block',
      reasons: [
        {
          kind: 'environment',
          verdict: 'unknown',
          reason: "Did you mean 'production'?",
          suggestion: 'production',
        },
      ],
    });

    const range = 'from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z';
    const occurrences = (environment: string) =>
      api.get(`${GATE}/occurrences?${range}&environment=${environment}`);
    expect((await occurrences('LIVE')).body.items).toMatchObject([
      { window: 'month-end' },
    ]);
    const refused = await occurrences('produciton');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain(
      "No environment 'produciton' is known, did you mean 'production'?",
    );
  });

  it('refuses a window whose environments are no pattern, and names one that nobody knows', async () => {
    const api = await start();
    const withEnvironments = (list: string) =>
      yaml('Takes orders').replace('[production]', list);
    const refused = await api.put(
      ORDERS,
      withEnvironments("['{staging,production}']"),
      CREATE,
    );
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(
      "'{' at character 1 of '{staging,production}' is not allowed",
    );
    const accepted = await api.post('/documents/validate', {
      yaml: withEnvironments('[produciton, Prod]'),
    });
    expect(accepted.body.valid).toBe(true);
    expect(accepted.body.problems).toMatchObject([
      {
        path: 'windows.items[0].environments[0]',
        severity: 'warning',
        message: "unknown environment 'produciton', did you mean 'production'?",
      },
    ]);
  });

  it('expands windows for a calendar and offers them as a feed', async () => {
    const api = await start();
    await api.put(ORDERS, yaml('Takes orders'), CREATE);
    const range = 'from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z';
    const { body } = await api.get(`${GATE}/occurrences?${range}`);
    expect(body).toMatchObject({
      items: [
        {
          window: 'month-end',
          start: '2026-11-30T00:00:00+05:30',
          end: '2026-12-02T00:00:00+05:30',
          timeZone: 'Asia/Kolkata',
        },
      ],
      truncated: false,
      problems: [],
    });
    const staging = await api.get(
      `${GATE}/occurrences?${range}&environment=staging`,
    );
    expect(staging.body.items).toEqual([]);

    const feed = await api.get(`${GATE}/calendar.ics`);
    expect(feed.status).toBe(200);
    expect(feed.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(feed.text).toContain('Month-end freeze');
  });

  it('answers by the defaults where there is no handover', async () => {
    const api = await start({
      config: {
        handover: {
          gate: {
            defaults: [{ environment: 'prod*', verdict: 'closed' }],
            environments: ['beta', 'production'],
          },
        },
      },
    });
    const { body } = await api.get(`${GATE}/environments`);
    expect(body.items).toMatchObject([
      { environment: 'beta', verdict: 'open', calendars: [] },
      {
        environment: 'production',
        verdict: 'closed',
        reasons: [{ kind: 'default', verdict: 'closed' }],
      },
    ]);
  });
});

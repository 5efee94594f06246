import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  handoverDocumentUpdatePermission,
  handoverGateDecidePermission,
} from '@backstage-handover/plugin-handover-common';
import { openapi } from '@backstage-handover/plugin-handover-common/api';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { exampleYaml as yaml } from './__testUtils__/exampleYaml';
import {
  as,
  asService,
  component,
  nobody,
  startHandoverBackend,
} from './__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const CREATE = { 'If-None-Match': '*' };

/** May read, and write nothing. */
const READER = 'user:default/reader';
/** May write, and ask no gate. */
const WRITER = 'user:default/writer';
/** Does not see every entity of the catalog. */
const OUTSIDER = 'user:default/outsider';

const shown = ['shown-orders', 'shown-search'].map(each => component(each));
const entities = [
  ...Array.from({ length: 60 }, (_, index) => component(`s${index + 1}`)),
  ...shown,
  component('shown-hidden'),
];

const auth = mockServices.auth();
const isCaller = (credentials: BackstageCredentials, userEntityRef: string) =>
  auth.isPrincipal(credentials, 'user') &&
  credentials.principal.userEntityRef === userEntityRef;

/** The catalog as the plugin and most users see it, and as the outsider does. */
function createCatalog() {
  const full = catalogServiceMock({ entities });
  const restricted = catalogServiceMock({ entities: shown });
  const of = (options: object | undefined) =>
    isCaller(
      (options as { credentials: BackstageCredentials }).credentials,
      OUTSIDER,
    )
      ? restricted
      : full;
  return catalogServiceMock.mock({
    getEntities: (req, options) => of(options).getEntities(req, options),
    getEntitiesByRefs: (req, options) =>
      of(options).getEntitiesByRefs(req, options),
    getEntityByRef: (ref, options) => of(options).getEntityByRef(ref, options),
    queryEntities: (req, options) => of(options).queryEntities(req, options),
    streamEntities: (req, options) => of(options).streamEntities(req, options),
  });
}

/** What the permission framework answers a caller. */
function decide(
  permission: string,
  caller: BackstageCredentials,
): PolicyDecision {
  if (permission === 'catalog.entity.read' && isCaller(caller, OUTSIDER)) {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'HAS_LABEL',
        resourceType: 'catalog-entity',
        params: { label: 'public' },
      },
    };
  }
  const isDenied =
    (permission === handoverDocumentUpdatePermission.name &&
      isCaller(caller, READER)) ||
    (permission === handoverGateDecidePermission.name &&
      isCaller(caller, WRITER));
  return { result: isDenied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW };
}

const counters = new Map<string, jest.Mock>();
let api: Awaited<ReturnType<typeof startHandoverBackend>>;

beforeAll(async () => {
  const metrics = metricsServiceMock.mock({
    createCounter: name => {
      const add = jest.fn();
      counters.set(name, add);
      return { add };
    },
  });
  api = await startHandoverBackend({
    entities,
    catalog: createCatalog(),
    config: { app: { baseUrl: 'https://portal.example.com/' } },
    authorize: async (requests, options) =>
      requests.map(({ permission }) =>
        decide(permission.name, options!.credentials),
      ),
    extra: [metrics.factory],
  });
});
afterAll(() => api.stop());

// Each case has an entity of its own, and shares the backend.
let cases = 0;
let name: string;
let entityRef: string;
let DOCUMENT: string;
let GATE: string;
beforeEach(() => {
  cases += 1;
  name = `s${cases}`;
  entityRef = `component:default/${name}`;
  DOCUMENT = `/documents/component/default/${name}`;
  GATE = `/gate/component/default/${name}`;
});

const ANY = '/documents/component/default/s1';
const ANY_GATE = '/gate/component/default/s1';

const WRONG = [
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
  [`${ANY}/revisions/0`, 'number'],
  [`${ANY}/revisions/99999999999`, 'number'],
  [`${ANY}/revisions?cursor=nonsense`, 'cursor'],
  [`${ANY}/diff?from=1`, 'to'],
  ['/documents/component/default/or$ders', 'name'],
  [ANY_GATE, 'environment'],
  [`${ANY_GATE}?environment=production&at=tomorrow`, 'at'],
  [`${ANY_GATE}?environment=production&at=2026-11-30T10:00:00`, 'at'],
  [`${ANY_GATE}?environment=production&at=2026-13-30T10:00:00Z`, 'at'],
  [`${ANY_GATE}?environment=production&at=0001-01-01T00:00:00Z`, 'at'],
  [`${ANY_GATE}?environment=production&change=explode`, 'change'],
  [`${ANY_GATE}/occurrences?from=2026-01-01T00:00:00Z`, 'to'],
  [
    `${ANY_GATE}/occurrences?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z`,
    'from',
  ],
  [
    `${ANY_GATE}/occurrences?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z`,
    'from',
  ],
];

describe('requests', () => {
  it('says nothing to those who are not signed in, but the schema', async () => {
    for (const path of [
      '/documents',
      DOCUMENT,
      `${DOCUMENT}/revisions`,
      `${DOCUMENT}/revisions/1`,
      `${DOCUMENT}/diff?from=1&to=2`,
      `${GATE}?environment=production`,
      `${GATE}/environments`,
      `${GATE}/occurrences?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z`,
      `${GATE}/calendar.ics`,
      `${DOCUMENT}/handover.md`,
    ]) {
      const { status, body } = await api.get(path, nobody);
      expect([path, status]).toEqual([path, 401]);
      expect(body.error.name).toBe('AuthenticationError');
    }
    expect((await api.put(DOCUMENT, yaml('x'), nobody)).status).toBe(401);
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
    const { body } = await api.agent.get('/api/handover/openapi.json');
    expect(body).toEqual({
      ...openapi,
      servers: [{ url: '/api/handover' }],
    });
  });

  it.each(WRONG)(
    'answers GET %s with what is wrong with %s',
    async (path, what) => {
      const { status, body } = await api.get(path);
      expect(status).toBe(400);
      expect(body.error.name).toBe('InputError');
      expect(body.error.message).toContain(what);
    },
  );

  it('knows no entity or revision that is not there', async () => {
    for (const path of [
      '/documents/component/default/nothing',
      '/documents/component/default/nothing/revisions',
      '/gate/component/default/nothing?environment=production',
      `${DOCUMENT}/revisions/1`,
      `${DOCUMENT}/diff?from=1&to=2`,
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
    const upperCase = await api.get(
      `/documents/Component/Default/${name.toLocaleUpperCase('en-US')}`,
    );
    expect(upperCase.body.entityRef).toBe(entityRef);
  });

  it('refuses a document with every problem and its place, and stores nothing', async () => {
    const bad = yaml('Takes orders')
      .replace('timeZone: Asia/Kolkata', 'timeZone: Asia/Atlantis')
      .replace('overview:', 'overveiw:');
    const { status, body } = await api.put(DOCUMENT, bad, CREATE);
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
      DOCUMENT,
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
    expect((await api.get(DOCUMENT)).body.status).toBe('missing');
  });

  it('refuses a secret with its line, and never repeats it', async () => {
    // Put together here, so that the source holds nothing that looks like one.
    const secret = ['ghp', 'x7Kq2mVb9LtR4wYc8ZsN1pDf6HgJ3aEu5TiO'].join('_');
    for (const answer of [
      await api.put(DOCUMENT, yaml(`Token ${secret}`), CREATE),
      await api.post('/documents/validate', yaml(`Token ${secret}`)),
    ]) {
      expect(JSON.stringify(answer.body)).not.toContain(secret);
      const problems = answer.body.problems ?? answer.body.error.problems;
      expect(problems).toContainEqual(expect.objectContaining({ line: 7 }));
    }
  });

  it('refuses a secret and a NUL in what is said about a change', async () => {
    const secret = ['ghp', 'x7Kq2mVb9LtR4wYc8ZsN1pDf6HgJ3aEu5TiO'].join('_');
    for (const [message, what] of [
      [`New token: ${secret}`, 'looks like a secret (GitHub token)'],
      ['a\0b', 'NUL'],
    ]) {
      const { status, body } = await api.put(
        DOCUMENT,
        { yaml: yaml('Takes orders'), message },
        CREATE,
      );
      expect(status).toBe(400);
      expect(body.error.message).toContain(what);
      expect(JSON.stringify(body)).not.toContain(secret);
    }
    // What is in an address is logged before anybody can look at it.
    const inAddress = await api.put(
      `${DOCUMENT}?message=Rotated`,
      yaml('Takes orders'),
      CREATE,
    );
    expect(inAddress.status).toBe(400);
    expect(inAddress.body.error.message).toContain("'message'");
    expect((await api.get(DOCUMENT)).body.status).toBe('missing');
  });

  it('refuses text that is none', async () => {
    const nul = await api.put(DOCUMENT, `${yaml('x')}# \0`, CREATE);
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
        message: 'The body is not text in UTF-8',
      });
    }
  });

  it('refuses links whose schemes are not configured', async () => {
    const linked = `${yaml('Takes orders')}architecture:
  links: [{ title: Chat, url: 'slack://channel?id=C1' }]
`;
    const refused = await api.put(DOCUMENT, linked, CREATE);
    expect(refused.status).toBe(400);
    expect(refused.body.error.problems).toMatchObject([
      { path: 'architecture.links[0].url', line: 24 },
    ]);
  });

  it('checks a document and stores nothing', async () => {
    const valid = async () => (await api.get('/documents?status=ok')).body;
    const before = await valid();
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
    expect((await valid()).totalItems).toBe(before.totalItems);
  });

  it('refuses bodies that are too large or of another type', async () => {
    const large = yaml('x'.repeat(300 * 1024));
    const tooLong = await api.put(DOCUMENT, large, CREATE);
    expect(tooLong.status).toBe(400);
    expect(tooLong.body.error.message).toContain('256 KiB');

    const huge = await api.put(DOCUMENT, yaml('x'.repeat(5_000_000)), CREATE);
    expect(huge.status).toBe(413);
    expect(huge.body.error.message).toBe('The body is larger than 1024 KiB');

    const xml = await api.put(DOCUMENT, '<handover/>', {
      ...CREATE,
      'Content-Type': 'application/xml',
    });
    expect(xml.status).toBe(415);
    const unknown = await api.put(DOCUMENT, { yml: 'x' }, CREATE);
    expect(unknown.status).toBe(400);
  });

  it('answers an unchanged state with 304', async () => {
    await api.put(DOCUMENT, yaml('Takes orders'), CREATE);
    const { headers } = await api.get(DOCUMENT);
    const again = await api.get(DOCUMENT, { 'If-None-Match': headers.etag });
    expect(again.status).toBe(304);
    await api.put(DOCUMENT, yaml('Takes more'), { 'If-Match': '"1"' });
    const changed = await api.get(DOCUMENT, { 'If-None-Match': headers.etag });
    expect(changed.status).toBe(200);
  });

  it('tells the auditor of every write and how it ended', async () => {
    const { auditor } = api;
    const success = jest.fn(async () => {});
    const fail = jest.fn(async () => {});
    auditor.createEvent.mockResolvedValue({ success, fail });
    await api.put(DOCUMENT, yaml('Takes orders'), CREATE);
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'document-update',
        severityLevel: 'medium',
        meta: { entityRef, expectedRevision: 0 },
      }),
    );
    expect(success).toHaveBeenCalledTimes(1);
    await api.put(DOCUMENT, yaml('Again'), CREATE);
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'RevisionMismatchError' }),
    });
  });
});

describe('permissions', () => {
  it('needs one permission to write and another to ask the gate', async () => {
    const reader = as(READER);
    const denied = await api.put(DOCUMENT, yaml('x'), { ...CREATE, ...reader });
    expect(denied.status).toBe(403);
    expect((await api.get(DOCUMENT, reader)).status).toBe(200);

    const writer = as(WRITER);
    const { status, body } = await api.get(
      `${GATE}?environment=production`,
      writer,
    );
    expect(status).toBe(403);
    expect(body.error.message).toContain('handover.gate.decide');
    expect((await api.get(`${GATE}/environments`, writer)).status).toBe(403);
    expect((await api.get(`${GATE}/calendar.ics`, writer)).status).toBe(403);
    expect((await api.get(DOCUMENT, writer)).status).toBe(200);
  });

  it('hides the handover of an entity that the catalog hides', async () => {
    const outsider = as(OUTSIDER);
    for (const each of ['shown-orders', 'shown-hidden', 'shown-search']) {
      const { status } = await api.get(
        `/documents/component/default/${each}`,
        asService(),
      );
      expect(status).toBe(200);
    }
    const list = await api.get('/documents?q=shown', outsider);
    expect(list.body).toMatchObject({
      items: [
        { entityRef: 'component:default/shown-orders' },
        { entityRef: 'component:default/shown-search' },
      ],
      totalItems: 2,
    });
    expect(
      (await api.get('/documents/component/default/shown-hidden', outsider))
        .status,
    ).toBe(404);
    expect(
      (
        await api.get(
          '/gate/component/default/shown-hidden?environment=production',
          outsider,
        )
      ).status,
    ).toBe(404);
    expect(
      (await api.get('/documents?q=shown', asService())).body.totalItems,
    ).toBe(3);
  });
});

describe('gate', () => {
  it('counts its decisions by verdict', async () => {
    const decisions = counters.get('handover.gate.decisions')!;
    decisions.mockClear();
    await api.get(`${GATE}?environment=production&change=rollback`);
    expect(decisions.mock.calls).toEqual([
      [1, { verdict: 'open', change: 'rollback' }],
    ]);
  });

  it('decides from the windows of the handover', async () => {
    await api.put(DOCUMENT, yaml('Takes orders'), CREATE);

    const at = encodeURIComponent('2026-11-30T10:00:00+05:30');
    const closed = await api.get(`${GATE}?environment=production&at=${at}`);
    expect(closed.body).toMatchObject({
      verdict: 'closed',
      environment: 'production',
      change: 'deploy',
      revision: 1,
      calendars: [{ id: entityRef, version: '1' }],
    });
    expect(Date.parse(closed.body.until)).toBe(
      Date.parse('2026-12-02T00:00:00+05:30'),
    );
    expect(closed.body.reasons[0]).toMatchObject({
      kind: 'window',
      window: 'month-end',
      title: 'Month-end freeze',
      reason: 'Finance closes the books',
      link: `https://portal.example.com/catalog/default/component/${name}/handover#windows`,
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

  it('refuses a window whose environments are no pattern, and names one that nobody knows', async () => {
    const withEnvironments = (list: string) =>
      yaml('Takes orders').replace('[production]', list);
    const refused = await api.put(
      DOCUMENT,
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
    await api.put(DOCUMENT, yaml('Takes orders'), CREATE);
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
});

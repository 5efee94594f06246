import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createHandoverConditionalDecision, handoverConditions } from '..';
import { exampleYaml } from '../__testUtils__/exampleYaml';
import {
  as,
  component,
  nobody,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const entities = [
  component('orders', { system: 'system:default/store' }),
  component('search'),
  component('ledger', { owner: 'group:default/finance' }),
];
const ada = as('user:default/ada');

let backend: Awaited<ReturnType<typeof startHandoverBackend>>;
afterEach(() => backend.stop());

/** A backend with three services; one of them has a handover. */
async function start(
  decide: (permission: string) => PolicyDecision = () => ({
    result: AuthorizeResult.ALLOW,
  }),
  catalog?: ReturnType<typeof catalogServiceMock.mock>,
) {
  backend = await startHandoverBackend({
    entities,
    catalog,
    authorize: async requests =>
      requests.map(({ permission }) => decide(permission.name)),
  });
  return backend;
}

/** Makes the backend know the services. */
async function fill() {
  for (const name of ['orders', 'search', 'ledger']) {
    await backend.put(
      `/documents/component/default/${name}`,
      name === 'orders' ? exampleYaml('Takes orders') : 'kind: Nothing',
      { 'If-None-Match': '*', ...ada },
    );
  }
}

const summary = async (query = '') =>
  (await backend.get(`/documents/summary${query}`, ada)).body;

it('counts all handovers, and those of each owner', async () => {
  const { auditor } = await start();
  await fill();
  auditor.createEvent.mockClear();

  expect(await summary('?groupBy=owner&limit=1')).toMatchObject({
    totals: { services: 3, status: { ok: 1, missing: 2 } },
    groups: [
      {
        entityRef: 'group:default/shop',
        services: 2,
        status: { ok: 1, missing: 1 },
      },
    ],
    totalGroups: 2,
  });
  expect(auditor.createEvent.mock.calls[0][0]).toMatchObject({
    eventId: 'document-fetch',
    meta: { queryType: 'summary' },
  });
});

it('counts what the list shows with the same filters', async () => {
  await start();
  await fill();
  for (const query of [
    '?status=missing',
    '?owner=group:default/shop&coverageMin=0.01',
    '?system=none',
    '?q=led&groupBy=none',
    '?coverageMax=0&stale=false',
  ]) {
    const list = await backend.get(
      `/documents${query.replace('&groupBy=none', '')}`,
      ada,
    );
    const { totals, groups } = await summary(query);
    expect([query, totals.services]).toEqual([query, list.body.totalItems]);
    expect(groups).toBeUndefined();
  }
});

it.each(['?groupBy=tier', '?limit=501', '?cursor=abc', '?ownerTree=perhaps'])(
  'refuses %s',
  async query => {
    await start();
    const { status } = await backend.get(`/documents/summary${query}`, ada);
    expect(status).toBe(400);
  },
);

it('requires a signed-in caller', async () => {
  await start();
  const { status } = await backend.get('/documents/summary', nobody);
  expect(status).toBe(401);
});

it('counts only what the policy lets the caller read', async () => {
  const mayRead: { decision: PolicyDecision } = {
    decision: { result: AuthorizeResult.ALLOW },
  };
  await start(name =>
    name === handoverDocumentReadPermission.name
      ? mayRead.decision
      : { result: AuthorizeResult.ALLOW },
  );
  await fill();

  mayRead.decision = createHandoverConditionalDecision(
    handoverDocumentReadPermission,
    handoverConditions.isOwner({ claims: ['group:default/finance'] }),
  );
  const own = await summary('?groupBy=owner');
  expect(own).toMatchObject({
    totals: { services: 1, status: { ok: 0, missing: 1 }, meanCoverage: 0 },
    groups: [{ entityRef: 'group:default/finance', services: 1 }],
    totalGroups: 1,
  });
  expect(own.totals.sections.overview).toEqual({
    covered: 0,
    partial: 0,
    missing: 1,
  });

  mayRead.decision = { result: AuthorizeResult.DENY };
  expect(await summary('?groupBy=owner')).toMatchObject({
    totals: { services: 0, stale: 0 },
    groups: [],
    totalGroups: 0,
  });
});

it('counts only what the catalog shows to the caller', async () => {
  const visible: { refs?: string[] } = {};
  const catalog = catalogServiceMock.mock();
  const real = catalogServiceMock({ entities });
  catalog.getEntityByRef.mockImplementation((...args) =>
    real.getEntityByRef(...args),
  );
  catalog.getEntitiesByRefs.mockImplementation((...args) =>
    real.getEntitiesByRefs(...args),
  );
  catalog.queryEntities.mockImplementation((...args) =>
    real.queryEntities(...args),
  );
  catalog.streamEntities.mockImplementation(async function* stream() {
    yield entities.filter(({ metadata }) =>
      visible.refs ? visible.refs.includes(metadata.name) : true,
    );
  });
  await start(
    name =>
      visible.refs && name === 'catalog.entity.read'
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'IS_ENTITY_OWNER',
              resourceType: 'catalog-entity',
              params: { claims: [] },
            },
          }
        : { result: AuthorizeResult.ALLOW },
    catalog,
  );
  await fill();
  expect((await summary()).totals.services).toBe(3);

  visible.refs = ['search'];
  expect(await summary('?groupBy=owner')).toMatchObject({
    totals: { services: 1, status: { ok: 0, missing: 1 } },
    groups: [{ entityRef: 'group:default/shop', services: 1 }],
    totalGroups: 1,
  });
});

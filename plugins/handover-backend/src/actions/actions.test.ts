import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createHandoverConditionalDecision, handoverConditions } from '..';
import { component } from '../__testUtils__/startHandoverBackend';
import { startMcp } from './__testUtils__/startMcp';
import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';

jest.setTimeout(60_000);

const ORDERS = `apiVersion: handover.dev/v1
kind: Handover
metadata:
  reviewedAt: 2020-01-01
environments:
  items:
    - name: staging
    - name: production
rollback:
  triggers: [Orders are lost]
failures:
  items:
    - symptom: Checkout answers 503, the log says "connection pool exhausted"
      cause: A slow report holds connections
      fix: Stop the report
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
const BILLING = `apiVersion: handover.dev/v1
kind: Handover
failures:
  items:
    - symptom: Invoices are late
      cause: The connection to the bank drops
      fix: Call the bank
`;

const entities = [
  component('orders', { owner: 'group:default/shop' }),
  component('billing', { owner: 'group:default/finance' }),
];

/** A backend with two handovers, and a client that is signed in to its MCP endpoint. */
async function start(
  options: { authorize?: PermissionsService['authorizeConditional'] } = {},
) {
  return startMcp({
    ...options,
    entities,
    prepare: async backend => {
      const path = (name: string) => `/documents/component/default/${name}`;
      await backend.put(path('orders'), ORDERS, { 'If-None-Match': '*' });
      await backend.put(path('billing'), BILLING, { 'If-None-Match': '*' });
    },
  });
}

describe('actions', () => {
  it('are offered as tools that say whether they only read', async () => {
    const { client, stop } = await start();
    const { tools } = await client.listTools();
    expect(tools.map(tool => tool.name).sort()).toEqual([
      'handover.explain-gate',
      'handover.find-failures',
      'handover.get-handover',
      'handover.get-scorecards',
      'handover.request-exemption',
      'handover.summarize-fleet-scorecards',
      'handover.validate-handover',
    ]);
    for (const tool of tools) {
      const readOnly = tool.name !== 'handover.request-exemption';
      expect(tool.annotations).toMatchObject({
        readOnlyHint: readOnly,
        destructiveHint: false,
        idempotentHint: readOnly,
      });
      expect(tool.description).toMatch(/Use this/);
    }
    await stop();
  });

  it('get a handover, or one section of it', async () => {
    const { call, auditor, stop } = await start();
    const whole = await call('get-handover', {
      entityRef: 'Component:default/Orders',
    });
    expect(whole.structuredContent).toMatchObject({
      entityRef: 'component:default/orders',
      status: 'ok',
      revision: 1,
      stale: true,
      sections: { failures: { state: 'covered', missing: [] } },
      content: {
        kind: 'Handover',
        rollback: { triggers: ['Orders are lost'] },
      },
    });

    const section = await call('get-handover', {
      entityRef: 'orders',
      section: 'rollback',
    });
    expect(section.structuredContent).toMatchObject({
      sections: {
        rollback: {
          state: 'partial',
          missing: expect.arrayContaining([
            { path: 'rollback.steps', why: expect.any(String) },
          ]),
        },
      },
      content: { triggers: ['Orders are lost'] },
    });
    expect(section.structuredContent).not.toHaveProperty('sections.failures');
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'document-fetch',
      meta: {
        queryType: 'by-name',
        entityRef: 'component:default/orders',
        section: 'rollback',
        via: 'action',
        invokedBy: 'user:default/ada',
      },
    });

    for (const [entityRef, message] of [
      ['component:default/none', /NotFoundError: .*component:default\/none/],
      ['component:default/a\0b', /InputError: .* NUL character/],
      ['component:', /InputError: Not an entity reference: 'component:'/],
    ] as const) {
      const refused = await call('get-handover', { entityRef });
      expect(refused).toMatchObject({
        isError: true,
        content: [{ text: expect.stringMatching(message) }],
      });
    }
    await stop();
  });

  it('find a documented failure by its symptom, the best match first', async () => {
    const { call, stop } = await start();
    const found = await call('find-failures', {
      symptom: 'We get 503: the CONNECTION pool is exhausted',
    });
    expect(found.structuredContent).toEqual({
      failures: [
        {
          entityRef: 'component:default/orders',
          owner: 'group:default/shop',
          score: 1,
          failure: {
            symptom:
              'Checkout answers 503, the log says "connection pool exhausted"',
            cause: 'A slow report holds connections',
            fix: 'Stop the report',
          },
        },
        {
          entityRef: 'component:default/billing',
          owner: 'group:default/finance',
          score: 0.125,
          failure: expect.objectContaining({ fix: 'Call the bank' }),
        },
      ],
    });
    const ofFinance = await call('find-failures', {
      symptom: 'connection',
      owner: 'finance',
      limit: 1,
    });
    expect(ofFinance.structuredContent).toMatchObject({
      failures: [{ entityRef: 'component:default/billing' }],
    });
    await expect(
      call('find-failures', { symptom: 'it is the' }),
    ).resolves.toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('no words to search for') }],
    });
    await stop();
  });

  it('check a document without storing it', async () => {
    const { call, stop } = await start();
    const good = await call('validate-handover', { yaml: ORDERS });
    expect(good.structuredContent).toMatchObject({
      valid: true,
      problems: [],
      coverage: expect.any(Number),
      missing: expect.arrayContaining([
        { path: 'overview.purpose', why: expect.any(String) },
      ]),
    });
    const bad = await call('validate-handover', {
      yaml: `${BILLING}rolback: {}\n`,
    });
    expect(bad.structuredContent).toMatchObject({
      valid: false,
      problems: [
        {
          path: 'rolback',
          line: 8,
          severity: 'error',
          message: expect.stringContaining('rollback'),
        },
      ],
    });
    await stop();
  });

  it('explain whether a service may be changed', async () => {
    const { call, stop } = await start();
    const closed = await call('explain-gate', {
      entityRef: 'orders',
      environment: 'production',
      at: '2026-12-01T10:00:00Z',
    });
    expect(closed.structuredContent).toMatchObject({
      decisions: [
        {
          environment: 'production',
          verdict: 'closed',
          explanation:
            'A deployment of component:default/orders in production is not allowed at 2026-12-01T10:00:00Z and until 2026-12-01T18:30:00Z. ' +
            'Because: Month-end freeze (Finance closes the books) lasts until 2026-12-02T00:00:00+05:30. ' +
            'It is next allowed at 2026-12-01T18:30:00Z.',
          reasons: expect.arrayContaining([
            expect.objectContaining({ window: 'month-end', active: true }),
          ]),
        },
      ],
    });

    const rollback = await call('explain-gate', {
      entityRef: 'orders',
      change: 'rollback',
      at: '2026-12-01T10:00:00Z',
    });
    expect(rollback.structuredContent).toMatchObject({
      decisions: [
        { environment: 'staging', verdict: 'open' },
        {
          environment: 'production',
          verdict: 'open',
          explanation: expect.stringContaining(
            'A rollback of component:default/orders in production is allowed at 2026-12-01T10:00:00Z',
          ),
        },
      ],
    });

    await stop();
  });

  it('explain which environment is unknown, and what is not yet closed', async () => {
    const { call, stop } = await start();
    const unknown = await call('explain-gate', {
      entityRef: 'orders',
      environment: 'produciton',
      at: '2026-12-01T10:00:00Z',
    });
    expect(unknown.structuredContent).toMatchObject({
      decisions: [
        {
          verdict: 'unknown',
          onUnknown: 'block',
          explanation: expect.stringContaining(
            "No environment 'produciton' is known (Did you mean 'production'?)",
          ),
          reasons: [{ kind: 'environment', suggestion: 'production' }],
        },
      ],
    });

    const before = await call('explain-gate', {
      entityRef: 'orders',
      environment: 'production',
      at: '2026-11-01T10:00:00Z',
    });
    expect(JSON.stringify(before.structuredContent)).toContain(
      'Month-end freeze (Finance closes the books) does not start before 2026-11-30T00:00:00+05:30',
    );
    await stop();
  });

  it('answer nobody who may not read', async () => {
    const { call, stop } = await start({
      authorize: async requests =>
        requests.map(({ permission }) => {
          if (permission.name === 'catalog.entity.read') {
            return { result: AuthorizeResult.ALLOW };
          }
          return permission.name === handoverDocumentReadPermission.name
            ? createHandoverConditionalDecision(
                handoverDocumentReadPermission,
                handoverConditions.isOwner({ claims: ['group:default/shop'] }),
              )
            : { result: AuthorizeResult.DENY };
        }),
    });
    const refused = {
      isError: true,
      content: [{ text: expect.stringContaining('NotAllowedError') }],
    };
    await expect(
      call('get-handover', { entityRef: 'billing' }),
    ).resolves.toMatchObject(refused);
    await expect(
      call('explain-gate', { entityRef: 'orders' }),
    ).resolves.toMatchObject(refused);

    const own = await call('get-handover', { entityRef: 'orders' });
    expect(own.structuredContent).toMatchObject({ status: 'ok' });
    const found = await call('find-failures', { symptom: 'connection' });
    expect(found.structuredContent).toMatchObject({
      failures: [{ entityRef: 'component:default/orders' }],
    });
    expect(JSON.stringify(found)).not.toContain('bank');
    await stop();
  });
});

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createHandoverConditionalDecision, handoverConditions } from '..';
import { eventually } from '../__testUtils__/eventually';
import { as, component } from '../__testUtils__/startHandoverBackend';
import { startMcp } from './__testUtils__/startMcp';
import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';

jest.setTimeout(60_000);

const check = (id: string, level: string, condition: string) => ({
  id,
  title: `Title of ${id}`,
  level,
  why: 'Because.',
  fix: { text: 'Do it.', section: 'rollback' },
  condition,
});
const READY = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  levels: [
    { id: 'bronze', title: 'Bronze' },
    { id: 'gold', title: 'Gold' },
  ],
  checks: [
    check('complete', 'gold', 'document.coverage == 1.0'),
    check('known', 'bronze', "catalog.kind == 'component'"),
    check('written', 'bronze', 'document.exists'),
  ],
};
const REQUEST = {
  entityRef: 'Orders',
  scorecard: 'ready',
  check: 'written',
  reason: 'It is switched off in March.',
  expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
};

const start = (
  options: Pick<Parameters<typeof startMcp>[0], 'authorize'> = {},
) =>
  startMcp({
    ...options,
    entities: [
      component('orders', { owner: 'group:default/shop' }),
      component('carts', { owner: 'group:default/shop' }),
      component('billing', { owner: 'group:default/finance' }),
    ],
    config: {
      backend: { actions: { pluginSources: ['handover'] } },
      handover: { scorecards: { definitions: [READY], frequency: '1s' } },
    } as never,
    prepare: async backend => {
      await backend.put(
        '/documents/component/default/billing',
        'apiVersion: handover.dev/v1\nkind: Handover\n',
        { 'If-None-Match': '*' },
      );
      await eventually(async () => {
        const { body } = await backend.get(
          '/scorecards/ready/counts',
          as('user:default/ada'),
        );
        expect(body.levels).toEqual({ none: 2, bronze: 1 });
      });
    },
  });

describe('actions of scorecards', () => {
  it('say why an entity has its level and what to fix next', async () => {
    const { call, auditor, stop } = await start();
    const { structuredContent } = await call('get-scorecards', {
      entityRef: 'orders',
    });
    expect(structuredContent).toMatchObject({
      entityRef: 'component:default/orders',
      scorecards: [
        {
          name: 'ready',
          levelHeld: false,
          levels: READY.levels,
          score: expect.closeTo(1 / 3),
          checks: [
            { id: 'complete', outcome: expect.any(String), counts: true },
            {
              id: 'known',
              title: 'Title of known',
              level: 'bronze',
              outcome: 'pass',
              condition: "catalog.kind == 'component'",
              facts: [{ path: 'catalog.kind', value: 'component' }],
            },
            {
              id: 'written',
              outcome: 'fail',
              facts: [{ path: 'document.exists', value: false }],
            },
          ],
          next: [
            {
              id: 'written',
              outcome: 'fail',
              level: 'bronze',
              why: 'Because.',
              fix: { text: 'Do it.', section: 'rollback' },
            },
            { id: 'complete', level: 'gold' },
          ],
        },
      ],
    });
    expect(structuredContent).not.toHaveProperty('scorecards.0.level');
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'scorecard-fetch',
      meta: {
        queryType: 'by-name',
        entityRef: 'component:default/orders',
        via: 'action',
        invokedBy: 'user:default/ada',
      },
    });
    await stop();
  });

  it('count the levels of the fleet, by team and within a group', async () => {
    const { call, stop } = await start();
    const all = await call('summarize-fleet-scorecards', {
      groupBy: 'owner',
      limit: 1,
    });
    expect(all.structuredContent).toMatchObject({
      scorecards: [
        {
          name: 'ready',
          title: 'Ready',
          levelOrder: READY.levels,
          entities: 3,
          levels: { none: 2, bronze: 1 },
          held: 0,
          checks: [
            { id: 'complete' },
            { id: 'known', outcomes: { pass: 3 } },
            {
              id: 'written',
              title: 'Title of written',
              level: 'bronze',
              outcomes: { pass: 1, fail: 2 },
            },
          ],
          groups: [
            { ref: 'group:default/shop', entities: 2, levels: { none: 2 } },
          ],
          omittedGroups: 1,
        },
      ],
    });
    const finance = await call('summarize-fleet-scorecards', {
      scorecard: 'ready',
      within: 'finance',
    });
    expect(finance.structuredContent).toMatchObject({
      scorecards: [{ entities: 1, levels: { bronze: 1 }, groups: [] }],
    });
    await expect(
      call('summarize-fleet-scorecards', { scorecard: 'redy' }),
    ).resolves.toMatchObject({
      isError: true,
      content: [
        {
          text: expect.stringMatching(
            /NotFoundError: .*'redy' .*did you mean 'ready'/,
          ),
        },
      ],
    });
    await stop();
  });

  it('request an exemption in the name of the caller', async () => {
    const { backend, call, auditor, stop } = await start();
    const requested = await call('request-exemption', REQUEST);
    expect(requested.structuredContent).toMatchObject({
      id: expect.any(String),
      entityRef: 'component:default/orders',
      state: 'requested',
      requestedBy: 'user:default/ada',
    });
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'exemption-mutate',
      severityLevel: 'medium',
      meta: {
        actionType: 'request',
        entityRef: 'component:default/orders',
        scorecard: 'ready',
        check: 'written',
        via: 'action',
        invokedBy: 'user:default/ada',
      },
    });
    const { body } = await backend.get('/exemptions', as('user:default/ada'));
    expect(body.items).toEqual([
      expect.objectContaining({ check: 'written', reason: REQUEST.reason }),
    ]);
    for (const [change, message] of [
      [{}, /ConflictError: .*requested already/],
      [{ check: 'known' }, /InputError: .*no exemption is needed/],
      [{ expiresAt: '2026-01-01T00:00:00Z' }, /InputError: .*in the past/],
    ] as const) {
      await expect(
        call('request-exemption', { ...REQUEST, ...change }),
      ).resolves.toMatchObject({
        isError: true,
        content: [{ text: expect.stringMatching(message) }],
      });
    }
    await stop();
  });

  it('show and change nothing without the permission', async () => {
    const { backend, call, stop } = await start({
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
    for (const refused of [
      call('get-scorecards', { entityRef: 'billing' }),
      call('request-exemption', REQUEST),
    ]) {
      await expect(refused).resolves.toMatchObject({
        isError: true,
        content: [{ text: expect.stringContaining('NotAllowedError') }],
      });
    }
    const { body } = await backend.get('/exemptions', as('user:default/ada'));
    expect(body.totalItems).toBe(0);
    const fleet = await call('summarize-fleet-scorecards', {
      groupBy: 'owner',
    });
    expect(fleet.structuredContent).toMatchObject({
      scorecards: [{ entities: 2, levels: { none: 2 } }],
    });
    expect(JSON.stringify(fleet)).not.toContain('finance');
    await stop();
  });
});

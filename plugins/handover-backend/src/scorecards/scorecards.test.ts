import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import {
  handoverDocumentReadPermission,
  type ScorecardLevelChangedEvent,
} from '@backstage-handover/plugin-handover-common';
import { createHandoverConditionalDecision, handoverConditions } from '..';
import { eventually } from '../__testUtils__/eventually';
import {
  as,
  asService,
  component,
  nobody,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../documents/__testUtils__/databases';
import { handoverYaml } from '../documents/__testUtils__/documents';
import { replaceHistory } from './__testUtils__/replaceHistory';

jest.setTimeout(120_000);

const ada = as('user:default/ada');

const check = (id: string, level: string, condition: string) => ({
  id,
  title: id,
  level,
  why: 'Because.',
  fix: { text: 'Do it.' },
  condition,
});

const ready = (...checks: ReturnType<typeof check>[]) => ({
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  scope: { kind: 'component' },
  levels: [
    { id: 'bronze', title: 'Bronze' },
    { id: 'silver', title: 'Silver' },
  ],
  checks,
});

const CHECKS = [
  check('written', 'bronze', 'document.exists'),
  check('purpose', 'silver', "document.covered['overview.purpose']"),
  check('rolls-back', 'silver', 'delivery.rollbacks >= 0 || document.exists'),
];

describe('scorecards', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startHandoverBackend>>;

    const start = async (
      options: Partial<Parameters<typeof startHandoverBackend>[0]> = {},
      definitions: object[] = [ready(...CHECKS)],
    ) => {
      backend = await startHandoverBackend({
        entities: [
          component('orders', { owner: 'group:default/shop' }),
          component('billing', { owner: 'group:default/money' }),
        ],
        database: { knex },
        config: {
          handover: { scorecards: { definitions, frequency: '1s' } },
        } as never,
        ...options,
      });
    };
    const results = async (headers = ada) =>
      (await backend.get('/scorecards/ready/results?sort=level', headers)).body;
    const levels = async (headers = ada) =>
      (await results(headers)).items.map(
        (each: { entityRef: string; level?: string }) => [
          each.entityRef.split('/')[1],
          each.level ?? 'none',
        ],
      );
    /** What the events say about levels that changed. */
    const changes = async () => {
      const { body } = await backend.get(
        '/events?topic=handover.scorecard.level-changed',
        asService(),
      );
      return body.items
        .map(({ payload }: { payload: ScorecardLevelChangedEvent }) => [
          payload.entityRef.split('/')[1],
          payload.previousLevel,
          payload.level,
          payload.score,
        ])
        .sort();
    };
    const evaluated = () =>
      eventually(async () =>
        expect(await levels()).toEqual([
          ['billing', 'none'],
          ['orders', 'none'],
        ]),
      );
    const write = (name: string, yaml: string) =>
      backend.put(`/documents/component/default/${name}`, yaml, {
        'If-None-Match': '*',
        ...ada,
      });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    it('follow the handover: a new revision changes the level, and the history tells', async () => {
      await start();
      await evaluated();
      await write('orders', handoverYaml('Takes orders'));
      await eventually(async () =>
        expect(await levels()).toEqual([
          ['billing', 'none'],
          ['orders', 'silver'],
        ]),
      );
      const path = '/scorecards/results/component/default/orders';
      const { body } = await backend.get(path, ada);
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({
        scorecard: { name: 'ready', owner: 'group:default/platform' },
        result: { level: 'silver', levelHeld: false, score: 1, revision: 1 },
      });
      expect(body.items[0].result.checks[2]).toMatchObject({
        outcome: 'pass',
        facts: [
          {
            path: 'delivery.rollbacks',
            missing: 'no pipeline or event tells of deployments',
          },
          { path: 'document.exists', value: true },
        ],
      });
      const history = await backend.get(`${path}/history/ready`, ada);
      expect(history.body.items).toMatchObject([
        { level: 'silver', outcomes: { written: 'pass' } },
        { outcomes: { written: 'fail', purpose: 'fail' } },
      ]);
      expect(history.body.items[1].level).toBeUndefined();
    });

    it('count levels and outcomes, in total and by owner', async () => {
      await start();
      await evaluated();
      await write('orders', handoverYaml('Takes orders'));
      await eventually(async () =>
        expect(
          (
            await backend.get('/scorecards/ready/counts?groupBy=owner', ada)
          ).body,
        ).toEqual({
          entities: 2,
          levels: { none: 1, silver: 1 },
          held: 0,
          score: 0.5,
          checks: {
            written: { pass: 1, fail: 1 },
            purpose: { pass: 1, fail: 1 },
            'rolls-back': { pass: 1, unknown: 1 },
          },
          groups: [
            {
              ref: 'group:default/money',
              entities: 1,
              levels: { none: 1 },
              held: 0,
              score: 0,
            },
            {
              ref: 'group:default/shop',
              entities: 1,
              levels: { silver: 1 },
              held: 0,
              score: 1,
            },
          ],
          omittedGroups: 0,
        }),
      );
      const found = async (query: string) =>
        (
          await backend.get(`/scorecards/ready/results?${query}`, ada)
        ).body.items.map((each: { entityRef: string }) => each.entityRef);
      const [orders, billing] = [
        'component:default/orders',
        'component:default/billing',
      ];
      expect(await found('level=silver')).toEqual([orders]);
      expect(await found('level=none')).toEqual([billing]);
      expect(await found('check=purpose&outcome=fail')).toEqual([billing]);
      expect(await found('outcome=unknown')).toEqual([billing]);
      expect(await found('owner=group:default/shop')).toEqual([orders]);
      expect(await found('within=group:default/money')).toEqual([billing]);
      expect(await found('sort=score&order=desc')).toEqual([orders, billing]);
    });

    it('filter the list of handovers by level, and are in it if asked for', async () => {
      await start();
      await evaluated();
      await write('orders', handoverYaml('Takes orders'));
      await eventually(async () =>
        expect(await levels()).toContainEqual(['orders', 'silver']),
      );
      const list = async (query: string) =>
        (await backend.get(`/documents?${query}`, ada)).body;
      const found = async (query: string) => {
        const { items, totalItems } = await list(query);
        expect(items).toHaveLength(totalItems);
        return items.map((each: { entityRef: string }) =>
          each.entityRef.replace('component:default/', ''),
        );
      };
      expect(await found('level=ready:silver')).toEqual(['orders']);
      expect(await found('level=ready:none')).toEqual(['billing']);
      expect(await found('level=ready:none&level=ready:silver')).toEqual([
        'billing',
        'orders',
      ]);
      expect(await found('level=ready:bronze')).toEqual([]);
      expect(
        await found('level=ready:silver&owner=group:default/money'),
      ).toEqual([]);
      const summary = await backend.get(
        '/documents/summary?level=ready:silver',
        ada,
      );
      expect(summary.body.totals.services).toBe(1);
      expect((await list('include=levels')).items).toMatchObject([
        { levels: { ready: 'none' } },
        { levels: { ready: 'silver' } },
      ]);
      expect((await list('')).items[0].levels).toBeUndefined();
      for (const [level, message] of [
        [
          'redy:silver',
          "no scorecard 'redy' is in force, did you mean 'ready'?",
        ],
        [
          'ready:sliver',
          "'ready' has no level 'sliver', did you mean 'silver'?",
        ],
      ]) {
        const { status, body } = await backend.get(
          `/documents?level=${level}`,
          ada,
        );
        expect([status, body.error.message]).toEqual([
          400,
          `level: ${message}`,
        ]);
      }
    });

    it('page without repeating or losing a result', async () => {
      const names = Array.from({ length: 7 }, (_, index) => `s${index}`);
      await start({ entities: names.map(name => component(name)) });
      await eventually(async () =>
        expect((await results()).totalItems).toBe(7),
      );
      for (const sort of ['entityRef', 'level', 'score']) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const { body } = await backend.get(
            `/scorecards/ready/results?limit=3&sort=${sort}${
              cursor ? `&cursor=${cursor}` : ''
            }`,
            ada,
          );
          seen.push(...body.items.map((each: any) => each.entityRef));
          cursor = body.nextCursor;
        } while (cursor && seen.length < 20);
        expect(seen).toEqual(names.map(name => `component:default/${name}`));
      }
    });

    it('show nothing of entities that the caller may not read, in no total', async () => {
      await start({
        authorize: async requests =>
          requests.map(({ permission }) =>
            permission.name.startsWith('handover.')
              ? createHandoverConditionalDecision(
                  handoverDocumentReadPermission,
                  handoverConditions.isOwner({
                    claims: ['group:default/shop'],
                  }),
                )
              : { result: AuthorizeResult.ALLOW },
          ),
      });
      await eventually(async () =>
        expect(await levels()).toEqual([['orders', 'none']]),
      );
      const listed = await backend.get('/documents?level=ready:none', ada);
      expect(listed.body).toMatchObject({ totalItems: 1 });
      const counts = await backend.get(
        '/scorecards/ready/counts?groupBy=owner',
        ada,
      );
      expect(counts.body).toMatchObject({
        entities: 1,
        levels: { none: 1 },
        groups: [{ ref: 'group:default/shop' }],
      });
      expect(counts.body.checks.written).toEqual({ fail: 1 });
      const billing = '/scorecards/results/component/default/billing';
      expect((await backend.get(billing, ada)).status).toBe(403);
      expect((await backend.get(`${billing}/history/ready`, ada)).status).toBe(
        403,
      );
      for (const path of [
        '',
        '/facts',
        '/ready/results',
        '/ready/counts',
        '/ready/trend',
      ]) {
        expect((await backend.get(`/scorecards${path}`, nobody)).status).toBe(
          401,
        );
      }
      expect((await backend.get('/scorecards/gone/results', ada)).status).toBe(
        404,
      );
    });

    it('count the levels of each day, of what the caller may read', async () => {
      const system = 'system:default/store';
      await start({
        entities: [
          component('orders', { system }),
          component('billing', { owner: 'group:default/money' }),
          {
            ...component('store', { system: 'domain:default/retail' }),
            kind: 'System',
          },
        ],
      });
      await evaluated();
      const daysAgo = (days: number) =>
        new Date(Date.now() - days * 86_400_000);
      await replaceHistory(knex, [
        { name: 'orders', level: 'bronze', at: daysAgo(9) },
        { name: 'gone', level: 'bronze', at: daysAgo(8) },
        { name: 'orders', level: 'silver', at: daysAgo(2) },
        { name: 'orders', level: null, at: daysAgo(1) },
        { name: 'billing', level: 'silver', at: daysAgo(1) },
        { name: 'orders', level: 'bronze', at: daysAgo(0) },
        { name: 'orders', level: 'bronze', at: daysAgo(0) },
      ]);
      for (const [name, level] of [
        ['orders', 'bronze'],
        ['billing', 'silver'],
      ]) {
        await knex('scorecard_results')
          .where('entity_ref', `component:default/${name}`)
          .update({ level });
      }
      const days = async (query: string) =>
        (
          await backend.get(`/scorecards/ready/trend?${query}`, ada)
        ).body.days.map(({ day: _, ...counts }: { day: string }) => counts);
      expect(await days('days=4')).toEqual([
        { entities: 1, levels: { bronze: 1 } },
        { entities: 1, levels: { silver: 1 } },
        { entities: 2, levels: { none: 1, silver: 1 } },
        { entities: 2, levels: { bronze: 1, silver: 1 } },
      ]);
      expect(await days('days=2&owner=group:default/money')).toEqual([
        { entities: 1, levels: { silver: 1 } },
        { entities: 1, levels: { silver: 1 } },
      ]);
      expect(await days('days=2&domain=domain:default/Retail')).toEqual([
        { entities: 1, levels: { none: 1 } },
        { entities: 1, levels: { bronze: 1 } },
      ]);
      expect(await days('')).toHaveLength(90);
      const { body } = await backend.get('/scorecards/ready/trend', ada);
      expect(body.days.at(-1).day).toBe(new Date().toISOString().slice(0, 10));
    });

    it('remember what came before, also of what was gone in between', async () => {
      await start();
      await evaluated();
      await write('orders', handoverYaml('Takes orders'));
      const history = () =>
        knex('scorecard_history')
          .where('entity_ref', 'component:default/orders')
          .orderBy('id')
          .select('level', 'previous_level', 'is_first');
      await eventually(async () => expect(await history()).toHaveLength(2));
      await backend.stop();
      await start({}, []);
      await backend.stop();
      await start();
      await eventually(async () => expect(await history()).toHaveLength(3));
      expect(
        (await history()).map(row => [
          row.previous_level,
          row.level,
          Boolean(row.is_first),
        ]),
      ).toEqual([
        [null, null, true],
        [null, 'silver', false],
        ['silver', 'silver', false],
      ]);
      const { body } = await backend.get('/scorecards/ready/trend', ada);
      expect(
        body.days.slice(-2).map((day: { levels: object }) => day.levels),
      ).toEqual([{}, { none: 1, silver: 1 }]);
    });

    it('are evaluated again when they change, and end with the configuration', async () => {
      const entities = ['billing', 'ledger', 'orders'].map(name =>
        component(name),
      );
      await start({ entities });
      await eventually(async () => expect(await levels()).toHaveLength(3));
      await write('orders', handoverYaml('Takes orders'));
      await write('billing', handoverYaml('Sends bills'));
      await eventually(async () =>
        expect(await levels()).toEqual([
          ['ledger', 'none'],
          ['billing', 'silver'],
          ['orders', 'silver'],
        ]),
      );
      await backend.stop();

      const inserts: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => {
        if (/^insert into .domain_events./.test(sql)) {
          inserts.push(sql);
        }
      });
      await start({ entities }, [
        ready(CHECKS[0], check('never', 'silver', 'document.coverage > 1.0')),
      ]);
      await eventually(async () =>
        expect(await changes()).toEqual([
          ['billing', undefined, 'silver', 1],
          ['billing', 'silver', 'bronze', 0.5],
          ['orders', undefined, 'silver', 1],
          ['orders', 'silver', 'bronze', 0.5],
        ]),
      );
      // The ledger only has other outcomes. One statement, however many entities change.
      expect(inserts).toHaveLength(1);
      await backend.stop();

      await start({}, []);
      expect((await backend.get('/scorecards', ada)).body.items).toEqual([]);
      expect(await knex('scorecard_results').select()).toEqual([]);
    });
  });
});

it('names what is wrong with a scorecard in the configuration', async () => {
  const start = (definitions: object[]) =>
    startHandoverBackend({
      entities: [],
      database: undefined,
      config: { handover: { scorecards: { definitions } } } as never,
    });
  await expect(
    start([ready(check('a', 'bronze', 'document.exist'))]),
  ).rejects.toThrow(
    "Invalid scorecard at 'handover.scorecards.definitions[0]': checks[0].condition: unknown fact 'document.exist', did you mean 'document.exists'?",
  );
  await expect(start([ready(...CHECKS), ready(...CHECKS)])).rejects.toThrow(
    "two have the name 'ready'",
  );
});

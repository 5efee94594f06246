import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import { createHandoverConditionalDecision, handoverConditions } from '../..';
import { eventually } from '../../__testUtils__/eventually';
import {
  as,
  component,
  nobody,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../../documents/__testUtils__/databases';

jest.setTimeout(120_000);

const ada = as('user:default/ada');
const PATH = '/scorecards/open-checks';
const SHOP = 'group:default/shop';

const check = (id: string, condition: string, overrides: object = {}) => ({
  id,
  title: id,
  level: 'bronze',
  why: 'Because.',
  fix: { text: 'Do it.' },
  condition,
  ...overrides,
});

const scorecard = (name: string, checks: object[], levels = ['bronze']) => ({
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name, title: name, owner: 'platform' },
  scope: { kind: 'component' },
  levels: levels.map(id => ({ id, title: id })),
  checks,
});

const DEFINITIONS = [
  scorecard(
    'ready',
    [
      check('gold', 'document.exists', { level: 'silver', weight: 100 }),
      check('slow', 'document.exists', { weight: 4, effort: 'large' }),
      check('passes', '!document.exists'),
      check('later', 'document.exists', { enforcedFrom: '2099-01-01' }),
    ],
    ['bronze', 'silver'],
  ),
  scorecard('runs', [
    check('quick', 'delivery.rollbacks > 0', { weight: 3, effort: 'small' }),
  ]),
];

/** Checks that begin to count later, and one that passes. */
const SOON = scorecard(
  'soon',
  [
    check('passes', '!document.exists'),
    check('tests', 'delivery.rollbacks > 0', {
      level: 'silver',
      enforcedFrom: '2098-12-31',
    }),
    check('backups', 'document.exists', { enforcedFrom: '2099-01-01' }),
    check('done', '!document.exists', { enforcedFrom: '2098-01-01' }),
  ],
  ['bronze', 'silver'],
);

const group = (name: string, parent?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: parent
    ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
    : [],
});

const ENTITIES = [
  component('orders', { owner: SHOP, system: 'system:default/store' }),
  component('basket', { owner: SHOP }),
  component('billing', { owner: 'group:default/money' }),
  group('money'),
  group('shop', 'trade'),
  group('trade'),
];

describe('open checks', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startHandoverBackend>>;

    const start = async (
      authorize?: Parameters<typeof startHandoverBackend>[0]['authorize'],
      definitions = DEFINITIONS,
    ) => {
      backend = await startHandoverBackend({
        entities: ENTITIES,
        database: { knex },
        config: {
          handover: {
            scorecards: { definitions, frequency: '1s' },
          },
        } as never,
        authorize,
      });
      await eventually(async () =>
        expect(await knex('scorecard_results')).toHaveLength(
          3 * definitions.length,
        ),
      );
    };
    const list = async (query = '', headers = ada) =>
      (await backend.get(`${PATH}?${query}`, headers)).body;
    const namesOf = ({ items }: { items: Record<string, string>[] }) =>
      items.map(each => `${each.check} ${each.entityRef.split('/')[1]}`);

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    it('come lowest level first, then by gain over effort, over all entities and scorecards', async () => {
      await start();
      const all = await list();
      expect(namesOf(all)).toEqual([
        'quick basket',
        'quick billing',
        'quick orders',
        'slow basket',
        'slow billing',
        'slow orders',
        'gold basket',
        'gold billing',
        'gold orders',
      ]);
      expect(all).toMatchObject({
        totalItems: 9,
        openEntities: 3,
        entities: 3,
        items: [
          {
            entityRef: 'component:default/basket',
            owner: SHOP,
            scorecard: 'runs',
            outcome: 'unknown',
            reason: expect.stringContaining('delivery.rollbacks'),
          },
          ...Array.from({ length: 8 }, () => ({})),
        ],
        scorecards: [
          { name: 'ready', checks: [{ id: 'gold' }, { id: 'slow' }] },
          { name: 'runs', checks: [{ id: 'quick', weight: 3 }] },
        ],
      });
      expect(all.items[3].reason).toBeUndefined();

      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await list(`limit=2${cursor && `&cursor=${cursor}`}`);
        seen.push(...namesOf(page));
        cursor = page.nextCursor;
      } while (cursor && seen.length < 20);
      expect(seen).toEqual(namesOf(all));
    });

    it('are those of the owners, systems and scorecards that were asked for', async () => {
      await start();
      expect(await list('within=Group:default/Trade&scorecard=ready')).toEqual(
        expect.objectContaining({
          totalItems: 4,
          openEntities: 2,
          entities: 2,
        }),
      );
      expect(await list('within=group:default/money')).toMatchObject({
        totalItems: 3,
        entities: 1,
      });
      expect(await list('owner=group:default/trade')).toMatchObject({
        items: [],
        totalItems: 0,
        entities: 0,
        scorecards: [{ checks: [] }, { checks: [] }],
      });
      expect(
        namesOf(await list('system=system:default/store&scorecard=runs')),
      ).toEqual(['quick orders']);

      const status = async (query: string, headers = ada) =>
        (await backend.get(`${PATH}?${query}`, headers)).status;
      expect(await status('scorecard=gone')).toBe(404);
      expect(await status('', nobody)).toBe(401);
      const { nextCursor } = await list('limit=1');
      expect(await status(`scorecard=ready&cursor=${nextCursor}`)).toBe(400);
    });

    it('say which exemption is under way, and leave once it is in force', async () => {
      await start();
      const path = '/exemptions/component/default/basket';
      const { body: exemption } = await backend.post(
        path,
        {
          scorecard: 'ready',
          check: 'slow',
          reason: 'It moves to another team.',
          expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        },
        ada,
      );
      const { items } = await list('scorecard=ready');
      expect(items.map((each: any) => each.exemption?.id)).toEqual([
        exemption.id,
        ...Array.from({ length: 5 }, () => undefined),
      ]);
      await backend.post(
        `${path}/${exemption.id}/approve`,
        {},
        as('user:default/grace'),
      );
      await eventually(async () =>
        expect(namesOf(await list('scorecard=ready'))).not.toContain(
          'slow basket',
        ),
      );
    });

    it('that begin to count later are a list of their own, with what they cost', async () => {
      await start(undefined, [...DEFINITIONS, SOON]);
      const upcoming = await list('upcoming=true&within=group:default/trade');
      expect(namesOf(upcoming)).toEqual([
        'tests basket',
        'tests orders',
        'later basket',
        'later orders',
        'backups basket',
        'backups orders',
      ]);
      expect(upcoming).toMatchObject({
        totalItems: 6,
        openEntities: 2,
        entities: 2,
        scorecards: [
          { checks: [{ id: 'later' }] },
          { checks: [] },
          { checks: [{ id: 'tests' }, { id: 'backups' }] },
        ],
      });
      expect(upcoming.items[0]).toMatchObject({
        outcome: 'unknown',
        reason: expect.stringContaining('delivery.rollbacks'),
        upcoming: { level: 'silver', levelThen: 'silver' },
      });
      expect(upcoming.items.map((each: any) => each.upcoming).slice(2)).toEqual(
        [{}, {}, { level: 'silver' }, { level: 'silver' }],
      );
      const next = await list(
        'upcoming=true&limit=3&system=system:default/store',
      );
      expect(namesOf(next)).toEqual([
        'tests orders',
        'later orders',
        'backups orders',
      ]);
      await knex('scorecard_results').update({ version: 'old' });
      const { items } = await list('upcoming=true&limit=1');
      expect(items[0].upcoming).toBeUndefined();
    });

    it('show nothing of entities that the caller may not read, in no total', async () => {
      await start(async requests =>
        requests.map(({ permission }) =>
          permission.name.startsWith('handover.')
            ? createHandoverConditionalDecision(
                handoverDocumentReadPermission,
                handoverConditions.isOwner({ claims: [SHOP] }),
              )
            : { result: AuthorizeResult.ALLOW },
        ),
      );
      const mine = await list();
      expect(mine).toMatchObject({
        totalItems: 6,
        openEntities: 2,
        entities: 2,
      });
      expect(namesOf(mine).join()).not.toContain('billing');
      expect(await list('upcoming=true')).toMatchObject({
        totalItems: 2,
        entities: 2,
      });
      expect(await list('within=group:default/money')).toMatchObject({
        items: [],
        totalItems: 0,
        entities: 0,
      });
    });
  });
});

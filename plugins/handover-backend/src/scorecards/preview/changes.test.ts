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
import { replaceHistory } from '../__testUtils__/replaceHistory';

jest.setTimeout(120_000);

const ada = as('user:default/ada');
const system = 'system:default/store';
const DAY_MS = 86_400_000;
const dayIn = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const check = (id: string, level: string, more: object) => ({
  id,
  title: id,
  level,
  why: 'Because.',
  fix: { text: 'Do it.' },
  condition: 'catalog.hasOwner',
  ...more,
});

/** All have bronze and silver now, and half of the score. */
const ready = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  scope: { kind: 'component' },
  levels: [
    { id: 'bronze', title: 'Bronze' },
    { id: 'silver', title: 'Silver' },
    { id: 'gold', title: 'Gold' },
  ],
  checks: [
    check('owned', 'bronze', {}),
    check('written', 'gold', { condition: 'document.exists' }),
    check('grouped', 'silver', {
      condition: 'catalog.hasSystem',
      enforcedFrom: dayIn(9),
    }),
    check('kept', 'bronze', { enforcedFrom: dayIn(9) }),
    check('later', 'bronze', { condition: 'false', enforcedFrom: dayIn(20) }),
  ],
};

/** What held some days ago. */
const entry = (
  name: string,
  level: string | null,
  score: number | null,
  days: number,
) => ({ name, level, score, at: new Date(Date.now() - days * DAY_MS) });

const HISTORY = [
  entry('orders', 'gold', 1, 50),
  entry('orders', null, 0.25, 8),
  entry('basket', 'gold', 1, 40),
  entry('search', 'bronze', 0.625, 31),
  entry('search', 'silver', 0.5, 2),
  entry('new', 'bronze', 0, 3),
  entry('hidden', null, 0, 50),
];

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  let backend: Awaited<ReturnType<typeof startHandoverBackend>>;

  const evaluated = () =>
    eventually(async () =>
      expect(
        (await backend.get('/scorecards/ready/counts', ada)).body.entities,
      ).toBe(4),
    );

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    backend = await startHandoverBackend({
      entities: [
        component('orders'),
        component('basket', { system }),
        component('search', { owner: 'group:default/find', system }),
        component('new', { system }),
        component('hidden', { owner: 'group:default/money' }),
      ],
      database: { knex },
      config: {
        handover: { scorecards: { definitions: [ready], frequency: '1s' } },
      } as never,
      authorize: async requests =>
        requests.map(({ permission }) =>
          permission.name === handoverDocumentReadPermission.name
            ? createHandoverConditionalDecision(
                handoverDocumentReadPermission,
                handoverConditions.isOwner({
                  claims: ['group:default/shop', 'group:default/find'],
                }),
              )
            : { result: AuthorizeResult.ALLOW },
        ),
    });
    await evaluated();
  });
  afterAll(async () => {
    await backend.stop();
    await knex.destroy();
  });

  it('lists where scores rose and fell most, of what the caller may read', async () => {
    await replaceHistory(knex, HISTORY);
    const changes = async (query: string) =>
      (await backend.get(`/scorecards/ready/changes?${query}`, ada)).body;
    const month = await changes('');
    expect(month).toMatchObject({ entities: 3, gained: 1, lost: 2 });
    expect(Date.parse(month.since)).toBeLessThan(Date.now() - 29 * DAY_MS);
    expect(month.owners).toEqual({
      gains: [],
      drops: [
        {
          owner: 'group:default/shop',
          entities: 2,
          scoreBefore: 1,
          score: 0.5,
          gained: 0,
          lost: 2,
        },
        {
          owner: 'group:default/find',
          entities: 1,
          scoreBefore: 0.625,
          score: 0.5,
          gained: 1,
          lost: 0,
        },
      ],
    });
    expect(
      month.services.drops.map((each: { entityRef: string }) => each.entityRef),
    ).toEqual([
      'component:default/basket',
      'component:default/orders',
      'component:default/search',
    ]);
    expect((await changes('days=7')).services.gains).toEqual([
      {
        entityRef: 'component:default/orders',
        owner: 'group:default/shop',
        level: 'silver',
        scoreBefore: 0.25,
        score: 0.5,
      },
    ]);
    expect(await changes('within=group:default/find')).toMatchObject({
      entities: 1,
      owners: { gains: [], drops: [{ owner: 'group:default/find' }] },
    });
    expect(await changes('within=group:default/money')).toMatchObject({
      entities: 0,
      gained: 0,
      lost: 0,
      services: { gains: [], drops: [] },
    });
  });

  it('predicts whose level falls when checks begin to count', async () => {
    const preview = async (query = '') =>
      (await backend.get(`/scorecards/ready/preview${query}`, ada)).body;
    expect(await preview()).toEqual({
      next: {
        day: dayIn(9),
        checks: [
          { id: 'grouped', outcomes: { pass: 3, fail: 1 } },
          { id: 'kept', outcomes: { pass: 4 } },
        ],
        entities: 4,
        lost: 1,
      },
    });
    expect(await preview('?owner=group:default/find')).toMatchObject({
      next: { entities: 1, lost: 0 },
    });
    // What another version came to says nothing about this one.
    await knex('scorecard_results')
      .where({ entity_ref: 'component:default/orders' })
      .update({ version: 'before' });
    expect(await preview()).toMatchObject({ next: { entities: 3, lost: 0 } });
  });

  it.each(['changes', 'preview'])(
    'answers nobody for %s, and knows no other scorecard',
    async path => {
      const status = async (name: string, headers: typeof ada) =>
        (await backend.get(`/scorecards/${name}/${path}`, headers)).status;
      expect(await status('ready', nobody)).toBe(401);
      expect(await status('gone', ada)).toBe(404);
    },
  );
});

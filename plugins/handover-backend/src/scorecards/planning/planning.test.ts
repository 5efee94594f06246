import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  handoverDocumentReadPermission,
  type ScorecardPlan,
} from '@backstage-handover/plugin-handover-common';
import { scorecardsExtensionPoint } from '@backstage-handover/plugin-handover-node';
import type { Knex } from 'knex';
import { createHandoverConditionalDecision, handoverConditions } from '../..';
import { eventually } from '../../__testUtils__/eventually';
import {
  as,
  component,
  nobody,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../../documents/__testUtils__/databases';
import { handoverYaml } from '../../documents/__testUtils__/documents';

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

const ready = (checks: ReturnType<typeof check>[], scope: object = {}) => ({
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  scope,
  levels: ['bronze', 'silver'].map(id => ({ id, title: id })),
  checks,
});

const BEFORE = ready([
  check('owned', 'bronze', 'catalog.hasOwner'),
  check('written', 'silver', 'document.exists'),
]);

/** Stricter for all, unknown without deliveries, and not for `legacy` any more. */
const AFTER = ready(
  [
    check('owned', 'bronze', 'catalog.hasOwner'),
    check('purpose', 'bronze', "document.covered['overview.purpose']"),
    check('rolls-back', 'silver', 'delivery.rollbacks > 0'),
  ],
  { except: { labels: { legacy: 'true' } } },
);

/** JSON is YAML. */
const yamlOf = (scorecard: object) => JSON.stringify(scorecard, undefined, 2);

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;

const planOf = async (backend: Backend, scorecard: object) => {
  const { body } = await backend.post(
    '/scorecards/plan',
    yamlOf(scorecard),
    ada,
  );
  expect(body).toMatchObject({ valid: true, problems: [] });
  return body.plan as ScorecardPlan;
};

/** Waits until the backend knows these entities. */
const mirrored = (backend: Backend, count: number) =>
  eventually(async () => {
    const { body } = await backend.get('/documents?limit=1', ada);
    expect(body.totalItems).toBe(count);
  });

const entities = () => [
  // It is mirrored, but has no handover and no results.
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'shop', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
  component('billing', { owner: 'group:default/money' }),
  {
    ...component('legacy'),
    metadata: { ...component('legacy').metadata, labels: { legacy: 'true' } },
  },
  component('orders'),
];

describe('the plan of a scorecard', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let backend: Backend;

    const start = async (definitions: object[], options: object = {}) => {
      backend = await startHandoverBackend({
        entities: entities(),
        database: { knex },
        config: {
          handover: { scorecards: { definitions, frequency: '1s' } },
        } as never,
        ...options,
      });
    };
    const levels = async (): Promise<Record<string, string>> => {
      const { body } = await backend.get('/scorecards/ready/results', ada);
      return Object.fromEntries(
        body.items.map((each: { entityRef: string; level?: string }) => [
          each.entityRef,
          each.level ?? 'none',
        ]),
      );
    };
    const counts = async () =>
      (await backend.get('/scorecards/ready/counts', ada)).body;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    it('is what happens when the scorecard is put in force', async () => {
      await start([BEFORE]);
      await backend.put(
        '/documents/component/default/orders',
        handoverYaml('Takes orders'),
        { 'If-None-Match': '*', ...ada },
      );
      const [billing, legacy, orders] = ['billing', 'legacy', 'orders'].map(
        name => `component:default/${name}`,
      );
      const before = { [billing]: 'bronze', [legacy]: 'bronze' };
      await eventually(async () =>
        expect(await levels()).toEqual({ ...before, [orders]: 'silver' }),
      );
      const history = () => knex('scorecard_history').orderBy('id');
      const stored = [await levels(), await history()];
      const plan = await planOf(backend, AFTER);
      expect([await levels(), await history()]).toEqual(stored);
      expect(plan).toMatchObject({
        inForce: true,
        outdated: 0,
        before: { entities: 3, levels: { bronze: 2, silver: 1 } },
        after: { entities: 2, levels: { none: 1, silver: 1 }, held: 1 },
        changed: { lost: 1, left: 1, gained: 0, entered: 0 },
        owners: [
          { ref: 'group:default/money', changes: { lost: 1 } },
          { ref: 'group:default/shop', changes: { left: 1 } },
        ],
        changes: [
          { entityRef: billing, change: 'lost', checks: ['purpose'] },
          { entityRef: legacy, change: 'left', before: 'bronze' },
        ],
      });
      expect(plan.checks.find(({ id }) => id === 'rolls-back')).toMatchObject({
        after: { unknown: 2 },
        unknown: [{ fact: 'delivery.rollbacks', entities: 2 }],
      });
      await backend.stop();

      await start([AFTER]);
      await eventually(async () =>
        expect(await levels()).toEqual({
          [billing]: 'none',
          [orders]: 'silver',
        }),
      );
      const {
        entities: number,
        levels: byLevel,
        held,
        checks,
      } = await counts();
      expect(plan.after).toEqual({ entities: number, levels: byLevel, held });
      for (const { id, after } of plan.checks.filter(each => each.after)) {
        expect(after).toEqual(checks[id]);
      }
      expect((await planOf(backend, AFTER)).changes).toEqual([]);
    });

    it('has nothing of entities that the caller may not read', async () => {
      await start([BEFORE], {
        authorize: async (requests: { permission: { name: string } }[]) =>
          requests.map(({ permission }) =>
            permission.name.startsWith('handover.')
              ? createHandoverConditionalDecision(
                  handoverDocumentReadPermission,
                  handoverConditions.isOwner({
                    claims: ['group:default/money'],
                  }),
                )
              : { result: AuthorizeResult.ALLOW },
          ),
      });
      await eventually(async () =>
        expect(await knex('scorecard_results').select()).toHaveLength(3),
      );
      const plan = await planOf(backend, AFTER);
      expect(plan).toMatchObject({
        before: { entities: 1 },
        after: { entities: 1 },
        changes: [{ entityRef: 'component:default/billing' }],
        owners: [{ ref: 'group:default/money' }],
      });
      expect(JSON.stringify(plan)).not.toMatch(/orders|legacy|shop/);
      const anonymous = await backend.post(
        '/scorecards/plan',
        yamlOf(AFTER),
        nobody,
      );
      expect(anonymous.status).toBe(401);
    });
  });
});

it('of an invalid scorecard is its problems, with their places', async () => {
  // More than are read together.
  const many = Array.from({ length: 501 }, (_, index) =>
    component(`s${index}`),
  );
  const backend = await startHandoverBackend({ entities: many });
  await mirrored(backend, 501);
  expect((await planOf(backend, BEFORE)).changed.entered).toBe(501);
  const text = yamlOf(ready([check('a', 'bronze', 'true && document.exist')]));
  const { body } = await backend.post('/scorecards/plan', { yaml: text }, ada);
  const line = text.split('\n').findIndex(each => each.includes('exist'));
  expect(body).toMatchObject({ valid: false });
  expect(body.problems).toContainEqual({
    path: 'checks[0].condition',
    message: "unknown fact 'document.exist', did you mean 'document.exists'?",
    severity: 'error',
    line: line + 1,
    column: text.split('\n')[line].indexOf('.exist') + 1,
  });
  const large = await backend.post(
    '/scorecards/plan',
    '#'.repeat(300_000),
    ada,
  );
  expect(large.body).toMatchObject({
    valid: false,
    problems: [{ message: expect.stringContaining('256') }],
  });
  await backend.stop();
});

it('is made one at a time: a few wait, and more are refused', async () => {
  let reads = 0;
  let answer = () => {};
  const answered = new Promise<void>(resolve => {
    answer = resolve;
  });
  const slow = createBackendModule({
    pluginId: 'handover',
    moduleId: 'slow-facts',
    register(env) {
      env.registerInit({
        deps: { scorecards: scorecardsExtensionPoint },
        async init({ scorecards }) {
          scorecards.addFactSource({
            id: 'slow',
            facts: [
              {
                name: 'slow.yes',
                type: { kind: 'bool' },
                basis: 'observed',
                description: 'Slow.',
              },
            ],
            async read() {
              reads += 1;
              await answered;
              return new Map();
            },
          });
        },
      });
    },
  });
  const backend = await startHandoverBackend({
    entities: entities(),
    extra: [slow],
  });
  const text = yamlOf(ready([check('a', 'bronze', 'slow.yes')]));
  const ask = (user: string) =>
    backend.post('/scorecards/plan', text, as(`user:default/${user}`));
  await mirrored(backend, 3);
  const statuses: number[] = [];
  const waiting = new Set(['ada', 'bob', 'cid', 'dan', 'eve', 'fay']);
  const all = [...waiting].map(async user => {
    statuses.push((await ask(user)).status);
    waiting.delete(user);
  });
  await eventually(() => expect(statuses).toEqual([503, 503]));
  const [user] = waiting;
  const again = await ask(user);
  expect(again).toMatchObject({ status: 429, headers: { 'retry-after': '5' } });
  expect(again.body.error.message).toContain(
    `'user:default/${user}' already has a scorecard plan in progress`,
  );
  expect(reads).toBe(1);
  answer();
  await Promise.all(all);
  expect(statuses).toEqual([503, 503, 200, 200, 200, 200]);
  await backend.stop();
});

import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  createTestOutbox,
} from '../../documents/__testUtils__/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@backstage-handover/plugin-handover-backend',
  'migrations',
);
const ORDERS = 'component:default/orders';
const JENKINS = { id: 'jenkins', title: 'Jenkins', demonstration: false };
const NOW = new Date('2026-11-20T10:00:00.000Z');

const daysAgo = (days: number) =>
  new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000);

function deployment(
  id: string,
  environment: string,
  days: number,
  options: Partial<Deployment> = {},
): Deployment {
  return {
    id,
    provider: 'jenkins',
    environment,
    at: daysAgo(days).toISOString(),
    outcome: 'succeeded',
    ...options,
  };
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'DatabaseDeliveryStore on %p',
  databaseId => {
    async function start() {
      const knex: Knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory });
      const clock = { now: NOW };
      const store = await DatabaseDeliveryStore.create({
        database: mockServices.database({ knex }),
        outbox: await createTestOutbox(knex, clock),
        environments: Environments.create([
          { name: 'staging' },
          { name: 'stable', aliases: ['live', 'prod'] },
        ]),
        now: () => clock.now,
      });
      return { knex, clock, store };
    }

    it('writes what is told again over what was there', async () => {
      const { store } = await start();
      const many = Array.from({ length: 450 }, (_, index) =>
        deployment(`${index}`, 'staging', index / 100),
      );
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: [
          deployment('0', 'staging', 1, { outcome: 'running' }),
          ...many,
        ],
      });
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: many.slice(0, 3),
      });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.listDeployments(ORDERS, {
          limit: 200,
          cursor,
        });
        expect(page.totalItems).toBe(450);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(many.map(({ id }) => id));
      const { items } = await store.listDeployments(ORDERS, { limit: 1 });
      expect(items).toEqual([many[0]]);
    });

    it('finds deployments whatever the case of their environment', async () => {
      const { store } = await start();
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: [deployment('1', 'Stable', 1)],
      });
      const found = [
        (await store.getLatest(ORDERS, { environments: ['STABLE'], limit: 2 }))
          .deployments,
        (await store.listDeployments(ORDERS, { environment: 'stable' })).items,
        (
          await store.getMeasured(ORDERS, {
            environment: 'sTable',
            since: daysAgo(2),
          })
        ).deployments,
      ];
      expect(found).toMatchObject([
        [{ id: '1', environment: 'Stable' }],
        [{ id: '1', environment: 'Stable' }],
        [{ id: '1' }],
      ]);
    });

    it('finds the last runs on the main branch among any number of others', async () => {
      const { store } = await start();
      const run = (id: string, days: number, more: Partial<Run> = {}): Run => ({
        id,
        provider: 'jenkins',
        pipeline: 'build',
        branch: 'main',
        status: 'succeeded',
        startedAt: daysAgo(days).toISOString(),
        stages: [],
        ...more,
      });
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [
          run('running', 3, { status: 'running' }),
          run('queued', 4, { status: 'queued' }),
          // Half of a character, which is not valid JSON to PostgreSQL.
          run('lint', 5, { pipeline: 'lint', actor: String.raw`\\ud83d` }),
          run('failed', 6, {
            status: 'failed',
            branch: 'master',
            actor: '\ud83d',
          }),
          run('former', 7, { status: 'cancelled' }),
          run('unnamed', 1, { branch: undefined }),
          ...Array.from({ length: 250 }, (_, index) =>
            run(`topic-${index}`, 2, { branch: 'topic' }),
          ),
        ],
        deployments: [],
      });
      const found = await store.getLastRuns(ORDERS);
      expect(found.map(({ id }) => id)).toEqual(['running', 'lint', 'failed']);
      expect(await store.getLastRuns('component:default/other')).toEqual([]);
    });

    it('finds what is in place of each artifact', async () => {
      const { store } = await start();
      const of = (name: string, days: number, more: Partial<Deployment> = {}) =>
        deployment(`${name}-${days}`, 'live', days, {
          artifact: { name, version: `${days}` },
          ...more,
        });
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: [
          ...Array.from({ length: 30 }, (_, index) => of('worker', index + 1)),
          of('shop', 41, { outcome: 'failed' }),
          of('shop', 42),
          of('shop', 43),
          of('api', 50, { outcome: 'removed' }),
          deployment('unnamed', 'prod', 51),
          deployment('elsewhere', 'staging', 1),
        ],
      });
      const found = await store.getInPlace(ORDERS, 'stable');
      expect(found.map(({ id }) => id)).toEqual([
        'worker-1',
        'shop-42',
        'api-50',
        'unnamed',
      ]);
    });

    it('reads the latest deployments, and some of each environment if there are many', async () => {
      const { store } = await start();
      const busy = Array.from({ length: 11 }, (_, index) => `busy-${index}`);
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: [
          ...busy.flatMap(environment =>
            Array.from({ length: 55 }, (_, index) =>
              deployment(`${environment}-${index}`, environment, index / 10),
            ),
          ),
          deployment('quiet', 'staging', 90, { outcome: 'failed' }),
        ],
      });
      const other = 'component:default/other';
      await store.putProviderData(other, JENKINS, {
        runs: [],
        deployments: Array.from({ length: 55 }, (_, index) =>
          deployment(`${index}`, 'stable', index),
        ),
      });

      const found = await store.readLatestDeployments([ORDERS, other]);
      expect(found.get(other)).toHaveLength(50);
      const ids = found.get(ORDERS)!.map(({ id }) => id);
      expect(ids).toHaveLength(500);
      expect(ids).toContain('quiet');
      for (const environment of busy) {
        expect(ids).toContain(`${environment}-44`);
        expect(ids).not.toContain(`${environment}-50`);
      }
    });

    it('keeps when a release did not start, until all of its workloads start', async () => {
      const { store } = await start();
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: [
          deployment('1', 'stable', 5),
          deployment('2', 'stable', 3.1),
        ],
      });
      const iso = (days: number) => daysAgo(days).toISOString();
      const put = (
        at: number,
        failing: [string, number][],
        started: string[],
      ) =>
        store.putStarts(ORDERS, {
          failing: failing.map(([workload, since]) => ({
            provider: 'jenkins',
            id: '2',
            workload,
            since: daysAgo(since),
          })),
          started,
          at: daysAgo(at),
        });
      const seen = async () => {
        const { deployments } = await store.getMeasured(ORDERS, {
          environment: 'stable',
          since: daysAgo(10),
        });
        const [{ changes }] = await store.getProviders(ORDERS);
        expect(
          deployments.find(({ id }) => id === '1')?.startFailure,
        ).toBeUndefined();
        const { startFailure } = deployments.find(({ id }) => id === '2')!;
        return { startFailure, changes };
      };

      await put(2.9, [['web', 3]], ['api']);
      await put(2.8, [['worker', 2.95]], []);
      const open = { startFailure: { since: iso(3) }, changes: 3 };
      expect(await seen()).toEqual(open);
      // The same again, and what is seen of another entity, change nothing.
      await put(2.7, [['web', 2.7]], ['api']);
      await store.putStarts('component:default/other', {
        failing: [],
        started: ['web', 'worker'],
        at: NOW,
      });
      expect(await seen()).toEqual(open);
      await put(2.6, [['web', 3]], ['worker']);
      expect(await seen()).toEqual({ ...open, changes: 4 });
      await put(2.5, [], ['web', 'worker']);
      const over = { since: iso(3), until: iso(2.5) };
      expect(await seen()).toEqual({ startFailure: over, changes: 5 });
      // It fails again, from the first time on.
      await put(2, [['web', 2.1]], []);
      expect(await seen()).toEqual({ ...open, changes: 6 });
    });

    it('takes every name of an environment for the same one', async () => {
      const { store } = await start();
      const names = ['live', 'Stable', ' PROD', 'staging', 'live-eu'];
      await store.putProviderData(ORDERS, JENKINS, {
        runs: names.map((_, index) => ({
          id: `run-${index}`,
          provider: 'jenkins',
          pipeline: 'orders',
          status: 'succeeded',
          stages: [],
        })),
        deployments: names.map((name, index) =>
          deployment(`${index}`, name, index + 1, { runId: `run-${index}` }),
        ),
      });
      const ids = (items: { id: string }[]) => items.map(({ id }) => id).sort();
      const latest = await store.getLatest(ORDERS, {
        environments: ['stable', 'staging'],
        limit: 5,
      });
      expect(ids(latest.deployments)).toEqual(['0', '1', '2', '3']);
      // Of what is in place: the latest by any name, not one for each.
      expect(ids(latest.runs)).toEqual(['run-0', 'run-3']);

      const first = await store.listDeployments(ORDERS, {
        environment: 'STABLE',
        limit: 2,
      });
      const second = await store.listDeployments(ORDERS, {
        environment: 'live',
        cursor: first.nextCursor,
      });
      expect([first, second]).toMatchObject([
        { totalItems: 3, items: [{ id: '0' }, { id: '1' }] },
        { totalItems: 3, items: [{ id: '2' }] },
      ]);
      const measured = await store.getMeasured(ORDERS, {
        environment: 'Live',
        since: daysAgo(10),
      });
      expect(ids(measured.deployments)).toEqual(['0', '1', '2']);
    });

    it('keeps what a provider tells of the latest only', async () => {
      const { store } = await start();
      const stages = [{ name: 'Build', status: 'succeeded' as const }];
      const run = {
        id: '1',
        provider: 'jenkins',
        pipeline: 'orders',
        status: 'succeeded' as const,
        startedAt: daysAgo(1).toISOString(),
        finishedAt: daysAgo(0.9).toISOString(),
      };
      const again = { ...run, id: '2', status: 'running' as const };
      const artifact = { version: '1.4.0' };
      const mergedAt = daysAgo(3).toISOString();
      const { commit: _commit, ...bare } = deployment('1', 'stable', 1);
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [
          { ...run, stages, actor: 'ada' },
          { ...run, id: '2', stages, actor: 'ada' },
        ],
        deployments: [
          { ...bare, artifact, mergedAt },
          deployment('2', 'stable', 2),
        ],
      });
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [
          { ...run, stages: [] },
          { ...again, stages: [], finishedAt: undefined },
        ],
        deployments: [
          { ...bare, commit: 'of the manifests', actor: 'bob' },
          deployment('2', 'stable', 2),
        ],
      });
      const runs = await store.listRuns(ORDERS, {});
      const { finishedAt: _finishedAt, ...goesOn } = again;
      expect(runs.items).toEqual([
        { ...goesOn, stages: [] },
        { ...run, stages, actor: 'ada' },
      ]);
      const { items } = await store.listDeployments(ORDERS, {});
      expect(items).toEqual([
        { ...bare, artifact, actor: 'bob', mergedAt },
        deployment('2', 'stable', 2),
      ]);
    });

    it('remembers since when a provider fails', async () => {
      const { store, clock } = await start();
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: [],
      });
      const fail = async (minutes: number) => {
        clock.now = new Date(NOW.getTime() + minutes * 60_000);
        await store.putProviderFailure(ORDERS, JENKINS, {
          message: `Failure ${minutes}`,
          retryAt: clock.now,
        });
        return store.getProviders(ORDERS);
      };
      await fail(1);
      await expect(fail(2)).resolves.toEqual([
        {
          id: 'jenkins',
          title: 'Jenkins',
          status: 'failing',
          message: 'Failure 2',
          failingSince: '2026-11-20T10:01:00.000Z',
          fetchedAt: '2026-11-20T10:00:00.000Z',
          retryAt: '2026-11-20T10:02:00.000Z',
          changes: 1,
        },
      ]);
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: [],
      });
      await expect(store.getProviders(ORDERS)).resolves.toEqual([
        {
          id: 'jenkins',
          title: 'Jenkins',
          status: 'ok',
          fetchedAt: '2026-11-20T10:02:00.000Z',
          changes: 2,
        },
      ]);
    });

    it('removes what is old, but not what is deployed', async () => {
      const { store } = await start();
      const run = (id: string, days: number) => ({
        id,
        provider: 'jenkins',
        pipeline: 'orders',
        status: 'succeeded' as const,
        stages: [],
        startedAt: daysAgo(days).toISOString(),
      });
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [run('old', 200), run('new', 1)],
        deployments: [
          deployment('superseded', 'stable', 300),
          deployment('in place', 'stable', 200),
          deployment('failed later', 'stable', 150, { outcome: 'failed' }),
          deployment('old', 'staging', 200),
          deployment('new', 'staging', 1),
        ],
      });
      await expect(store.removeBefore(daysAgo(100))).resolves.toBe(3);
      const { items } = await store.listDeployments(ORDERS, {});
      expect(items.map(({ id }) => id)).toEqual([
        'new',
        'failed later',
        'in place',
      ]);
      await expect(store.listRuns(ORDERS, {})).resolves.toMatchObject({
        items: [{ id: 'new' }],
      });
      await expect(store.removeBefore(daysAgo(100))).resolves.toBe(0);
    });

    it('has tables that can be removed', async () => {
      const { knex, store } = await start();
      await store.putProviderData(ORDERS, JENKINS, {
        runs: [],
        deployments: [deployment('1', 'stable', 1)],
      });
      for (const name of [
        '20261128090000_delivery_claims.js',
        '20261122090000_delivery_changes.js',
        '20261121120000_delivery.js',
      ]) {
        await knex.migrate.down({ directory, name });
      }
      for (const table of [
        'delivery_runs',
        'delivery_deployments',
        'delivery_claims',
        'delivery_providers',
        'delivery_events',
      ]) {
        await expect(knex.schema.hasTable(table)).resolves.toBe(false);
      }
      await expect(knex.schema.hasTable('documents')).resolves.toBe(true);
      await knex.migrate.latest({ directory });
      await expect(store.listDeployments(ORDERS, {})).resolves.toEqual({
        items: [],
        totalItems: 0,
      });
    });
  },
);

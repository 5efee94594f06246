import {
  type FactSource,
  scorecardsExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import {
  as,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../documents/__testUtils__/databases';

jest.setTimeout(120_000);

const NAMES = Array.from({ length: 30 }, (_, index) => `c${index}`);
const REFS = NAMES.map(name => `component:default/${name}`).sort();
const DAY_MS = 86_400_000;

const READY = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: [
    {
      id: 'fine',
      title: 'It is fine',
      level: 'bronze',
      why: 'Because.',
      fix: { text: 'Do it.' },
      condition: 'spy.fine',
    },
  ],
};

describe('scorecards on several replicas', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let stops: (() => Promise<void>)[];
    let asked: string[];
    let sent: string[];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      stops = [];
      asked = [];
      sent = [];
    });
    afterEach(async () => {
      await Promise.all(stops.map(stop => stop()));
      await knex.destroy();
    });

    /** A replica of the backend. Its scheduled tasks run when the test says so. */
    async function startReplica(
      options: { beforeAnswer?: Promise<void> } = {},
    ) {
      const scheduler = mockServices.scheduler();
      const source: FactSource = {
        id: 'spy',
        facts: [
          {
            name: 'spy.fine',
            type: { kind: 'bool' },
            basis: 'observed',
            description: 'Whether it is fine',
          },
        ],
        async read({ entities }) {
          asked.push(...entities.map(({ entityRef }) => entityRef));
          await options.beforeAnswer;
          return new Map(
            entities.map(({ entityRef }) => [
              entityRef,
              new Map([['spy.fine', { value: false }]]),
            ]),
          );
        },
      };
      const backend = await startHandoverBackend({
        entities: NAMES.map(name => component(name)),
        database: { knex },
        config: {
          handover: {
            notifications: { enabled: true },
            scorecards: { definitions: [READY], batchSize: 4 },
          },
        } as never,
        extra: [
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
          createServiceFactory({
            service: notificationService,
            deps: {},
            factory: () => ({
              async send({ payload }) {
                sent.push(payload.title);
              },
            }),
          }),
          createBackendModule({
            pluginId: 'handover',
            moduleId: 'spy',
            register(env) {
              env.registerInit({
                deps: { scorecards: scorecardsExtensionPoint },
                async init({ scorecards }) {
                  scorecards.addFactSource(source);
                },
              });
            },
          }),
        ],
      });
      stops.push(backend.stop);
      return {
        post: backend.post,
        run: (task: string) => scheduler.triggerTask(`handover-${task}`),
      };
    }

    const day = (count: number) =>
      new Date(Date.now() - DAY_MS / 4 + count * DAY_MS)
        .toISOString()
        .slice(0, 10);
    const BRONZE = {
      title: 'Bronze',
      owner: 'group:default/platform',
      scorecard: 'ready',
      target: { level: 'bronze' },
      startsOn: day(-20),
      endsOn: day(14),
    };
    const startTwo = async (
      options: {
        beforeAnswer?: Promise<void>;
        /** Happens before the second one is there. */
        meanwhile?: () => Promise<unknown>;
      } = {},
    ) => {
      const first = await startReplica(options);
      await options.meanwhile?.();
      const replicas = [first, await startReplica()];
      // Each evaluates what it sees in the catalog, as soon as it sees it.
      await Promise.all(
        replicas.map(({ run }) => run('entities-follow-catalog')),
      );
      return replicas;
    };
    const evaluate = (replicas: Awaited<ReturnType<typeof startTwo>>) =>
      Promise.all(replicas.map(({ run }) => run('scorecards-evaluation')));
    const histories = async () =>
      (await knex('scorecard_history').orderBy('entity_ref')).map(
        row => row.entity_ref,
      );

    it('evaluate each entity once', async () => {
      await evaluate(await startTwo());
      expect(asked.sort()).toEqual(REFS);
      expect(await histories()).toEqual(REFS);
    });

    it('finish what a replica began that was killed, which then changes nothing', async () => {
      let revive = () => {};
      const dead = new Promise<void>(resolve => {
        revive = resolve;
      });
      const [killed, other] = await startTwo({
        beforeAnswer: dead,
        // As if somebody else had added it before all this.
        meanwhile: () =>
          knex('initiatives').insert({
            id: 'a',
            revision: 1,
            status: 'draft',
            scorecard: 'ready',
            definition: JSON.stringify(BRONZE),
            starts_on: BRONZE.startsOn,
            ends_on: BRONZE.endsOn,
            created_by: 'user:default/ada',
            created_at: new Date(0),
            measured_at: new Date(0),
          }),
      });
      const lastWords = killed.run('scorecards-evaluation');
      const claimed = () =>
        knex('queue_items')
          .where({ topic: 'scorecards' })
          .whereNotNull('claim_token')
          .pluck('key');
      await eventually(async () => expect(await claimed()).toHaveLength(4));
      await other.run('scorecards-evaluation');
      // Nobody gets what is claimed, until the claim expires.
      const begun = await claimed();
      expect(begun).toHaveLength(4);
      expect(await histories()).toHaveLength(REFS.length - begun.length);
      await knex('queue_items')
        .where({ topic: 'scorecards' })
        .whereNotNull('claim_token')
        .update({ next_due_at: new Date(0) });
      await other.run('scorecards-evaluation');
      expect(await histories()).toEqual(REFS);

      revive();
      await lastWords;
      expect(await histories()).toEqual(REFS);
      for (const table of ['initiative_entities', 'initiative_changes']) {
        const rows = await knex(table).orderBy('entity_ref');
        expect(rows.map(row => row.entity_ref)).toEqual(REFS);
      }
      expect(asked.sort()).toEqual([...REFS, ...begun].sort());
    });

    it('send each notification once', async () => {
      const replicas = await startTwo();
      await evaluate(replicas);
      const [{ post }] = replicas;
      const ada = as('user:default/ada');
      const { id } = (await post('/initiatives', BRONZE, ada)).body;
      await post(
        `/initiatives/${id}/publish`,
        {},
        { ...ada, 'If-Match': '"1"' },
      );
      await evaluate(replicas);
      for (const task of ['initiatives-notices', 'notifications']) {
        await Promise.all(replicas.map(({ run }) => run(task)));
      }
      await eventually(async () =>
        expect(
          await knex('queue_items').where({ topic: 'notifications' }),
        ).toEqual([]),
      );
      expect(sent).toEqual(['Bronze: 14 days left']);
    });
  });
});

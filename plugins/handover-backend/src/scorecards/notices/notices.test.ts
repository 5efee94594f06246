import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  type NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { eventually } from '../../__testUtils__/eventually';
import {
  as,
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../../documents/__testUtils__/databases';
import { replaceHistory } from '../__testUtils__/replaceHistory';

jest.setTimeout(120_000);

const ada = as('user:default/ada');
const grace = as('user:default/grace');
const EXEMPTIONS = '/exemptions/component/default/orders';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const titled = (entity: ReturnType<typeof component>, title: string) => ({
  ...entity,
  metadata: { ...entity.metadata, title },
});

const READY = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  levels: [
    { id: 'bronze', title: 'Bronze' },
    { id: 'silver', title: 'Silver' },
  ],
  checks: [
    {
      id: 'written',
      title: 'It is written',
      level: 'bronze',
      why: 'Because.',
      fix: { text: 'Do it.' },
      condition: 'document.exists',
    },
  ],
};

describe('notifications of scorecards', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startHandoverBackend>>;
    let scheduler: ReturnType<typeof mockServices.scheduler>;
    let sent: NotificationSendOptions[];
    let fails: boolean;

    const start = async (enabled = true) => {
      scheduler = mockServices.scheduler();
      backend = await startHandoverBackend({
        entities: [
          titled(
            component('orders', { owner: 'group:default/shop' }),
            'Orders',
          ),
          component('billing', { owner: 'group:default/shop' }),
        ],
        database: { knex },
        config: {
          handover: {
            notifications: { enabled },
            scorecards: { definitions: [READY] },
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
              async send(notification) {
                if (fails) {
                  throw new Error('Service Unavailable');
                }
                sent.push(notification);
              },
            }),
          }),
        ],
      });
      await eventually(async () =>
        expect(
          (
            await backend.get('/scorecards/ready/results', ada)
          ).body.totalItems,
        ).toBe(2),
      );
    };
    const request = async (days = 30) =>
      (
        await backend.post(
          EXEMPTIONS,
          {
            scorecard: 'ready',
            check: 'written',
            reason: 'It moves.',
            expiresAt: new Date(Date.now() + days * DAY_MS).toISOString(),
          },
          ada,
        )
      ).body.id as string;
    const step = (id: string, action: string, body: object = {}) =>
      backend.post(`${EXEMPTIONS}/${id}/${action}`, body, grace);
    const titles = () => sent.map(({ payload }) => payload.title);

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      sent = [];
      fails = false;
    });
    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    it('tell approvers of a request without naming the service, and the requester of the decision', async () => {
      await start();
      const id = await request();
      await eventually(async () =>
        expect(sent).toEqual([
          {
            recipients: {
              type: 'entity',
              entityRef: ['group:default/platform'],
              excludeEntityRef: 'user:default/ada',
            },
            payload: {
              title: 'An exemption waits for approval: It is written',
              link: '/handover?view=exemptions&exemptions=requested',
              topic: 'handover-exemptions',
              scope: `handover/exemption/${id}/requested`,
            },
          },
        ]),
      );
      await step(id, 'approve', { note: 'Until March.' });
      await eventually(async () =>
        expect(sent[1]).toMatchObject({
          recipients: { entityRef: ['user:default/ada'] },
          payload: {
            title: 'Your exemption was approved: It is written',
            description: 'Orders: Until March.',
            link: '/catalog/default/component/orders/handover#scorecards',
          },
        }),
      );
      await step(id, 'revoke', { note: 'It moved.' });
      await eventually(async () =>
        expect(titles()[2]).toBe('Your exemption was revoked: It is written'),
      );
      expect(sent).toHaveLength(3);
    });

    it('tell owners once of an exemption that ends in two weeks, unless it is renewed', async () => {
      await start();
      const first = await request(13);
      await step(first, 'approve');
      await scheduler.triggerTask('handover-exemptions-notices');
      await eventually(async () =>
        expect(titles()).toContain('An exemption ends soon: It is written'),
      );
      // It was sent already, and is not to be sent again.
      await scheduler.triggerTask('handover-exemptions-notices');
      await scheduler.triggerTask('handover-notifications');
      const ending = sent.filter(({ payload }) =>
        payload.scope?.endsWith('/ending'),
      );
      expect(ending).toHaveLength(1);
      expect(ending[0].recipients).toEqual({
        type: 'entity',
        entityRef: ['group:default/shop'],
      });

      await knex('notifications').delete();
      await step(await request(100), 'approve');
      await scheduler.triggerTask('handover-exemptions-notices');
      await scheduler.triggerTask('handover-notifications');
      expect(
        await knex('notifications').where('id', 'like', '%/ending'),
      ).toEqual([]);
    });

    it('tell an owner once an hour of the levels that were lost', async () => {
      await start();
      const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 2 * HOUR_MS;
      const at = (minutes: number) => new Date(hour + minutes * 60_000);
      await replaceHistory(knex, [
        { name: 'orders', level: 'silver', at: at(-90) },
        { name: 'billing', level: 'bronze', at: at(-90) },
        { name: 'orders', level: 'bronze', at: at(10) },
        { name: 'billing', level: null, at: at(20) },
        { name: 'billing', level: 'silver', at: at(30) },
        { name: 'orders', level: null, at: at(40) },
      ]);
      await scheduler.triggerTask('handover-levels-lost');
      await scheduler.triggerTask('handover-levels-lost');
      await eventually(async () => expect(sent).toHaveLength(1));
      expect(sent[0]).toMatchObject({
        recipients: { entityRef: ['group:default/shop'] },
        payload: {
          title: 'Orders lost a level of Ready',
          description: 'Orders: Silver before, no level now',
        },
      });
    });

    describe('of initiatives', () => {
      const day = (count: number) =>
        new Date(Date.now() - 6 * HOUR_MS + count * DAY_MS)
          .toISOString()
          .slice(0, 10);
      const add = async (
        id: string,
        [from, to]: [number, number],
        more: { status?: string; announced?: number; level?: string } = {},
      ) => {
        const { level = 'bronze', status = 'published', announced } = more;
        await knex('initiatives').insert({
          id,
          revision: 1,
          status,
          scorecard: 'ready',
          definition: JSON.stringify({
            title: `Title of ${id}`,
            owner: 'group:default/platform',
            scorecard: 'ready',
            target: { level },
            startsOn: day(from),
            endsOn: day(to),
          }),
          starts_on: day(from),
          ends_on: day(to),
          created_by: 'user:default/ada',
          created_at: new Date(0),
          measured_at: new Date(0),
          published_at: new Date(0),
          announced,
        });
        await knex('initiative_entities').insert(
          ['orders', 'billing'].map((name, index) => ({
            initiative_id: id,
            entity_ref: `component:default/${name}`,
            progress: index === 0 ? 'open' : 'reached',
            since: new Date(0),
          })),
        );
      };
      const announce = async (expected: number) => {
        await scheduler.triggerTask('handover-initiatives-notices');
        await scheduler.triggerTask('handover-notifications');
        await eventually(async () => expect(sent).toHaveLength(expected));
      };
      /** As if owners had been told of all this yesterday. */
      const nextDay = async () => {
        await knex('notifications').delete();
        await knex('initiatives').update({ announced_on: day(-1) });
      };

      it('tell an owner once a day of all that reached a milestone', async () => {
        await start();
        await add('late', [-20, -8], { announced: 3 });
        await add('soon', [-100, 14], { announced: 1 });
        await add('draft', [0, 30], { status: 'draft' });
        await add('closed', [0, 30], { status: 'closed' });
        await add('planned', [2, 30]);
        await add('told', [-5, 30], { announced: 0 });
        await announce(1);
        expect(sent[0]).toEqual({
          recipients: { type: 'entity', entityRef: ['group:default/shop'] },
          payload: expect.objectContaining({
            title: '2 initiatives need your attention',
            description: [
              'Title of late (8 days overdue): 1 of 2 left',
              'Title of soon (14 days left): 1 of 2 left',
            ].join('\n'),
            link: '/handover?view=initiatives',
            severity: 'high',
          }),
        });
        // What is published later is told of tomorrow, to everybody.
        await add('new', [0, 1]);
        await announce(1);
        await nextDay();
        await announce(2);
        expect(sent[1].payload).toMatchObject({
          title: 'Title of new: 1 day left',
          link: '/handover?view=initiatives&initiative=new',
          severity: 'normal',
        });
        await nextDay();
        await announce(2);
      });

      it('tell only who runs it of one that cannot be evaluated', async () => {
        await start();
        await add('broken', [-20, -7], { level: 'gone' });
        await announce(1);
        await nextDay();
        expect(sent[0]).toMatchObject({
          recipients: { entityRef: ['group:default/platform'] },
          payload: {
            title: "Title of broken: the initiative can't be evaluated",
            link: '/handover?view=initiatives&initiative=broken',
          },
        });
      });
    });

    it('are sent later if that fails, and not at all where they are switched off', async () => {
      fails = true;
      await start();
      const id = await request();
      const waiting = () =>
        knex('queue_items').where({ topic: 'notifications' });
      await eventually(async () =>
        expect(await waiting()).toMatchObject([
          { key: `exemption/${id}/requested`, failures: 1 },
        ]),
      );
      fails = false;
      await waiting().update({ next_due_at: new Date(0) });
      await scheduler.triggerTask('handover-notifications');
      expect(sent).toHaveLength(1);
      expect(await waiting()).toEqual([]);
      await backend.stop();

      await start(false);
      await step(id, 'approve');
      await scheduler.triggerTask('handover-events-relay');
      await expect(
        scheduler.triggerTask('handover-stale-notices'),
      ).rejects.toThrow();
      expect(await knex('notifications')).toHaveLength(1);
    });
  });
});

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
import { createTestDatabases } from '../__testUtils__/databases';
import { handoverYaml } from '../__testUtils__/documents';

jest.setTimeout(120_000);

const SERVICES = Array.from({ length: 12 }, (_, index) => `orders-${index}`);

/** A day relative to today, such as 2026-11-20. */
const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

describe('notifications of reviews', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startHandoverBackend>>;
    let scheduler: ReturnType<typeof mockServices.scheduler>;
    let sent: NotificationSendOptions[];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      scheduler = mockServices.scheduler();
      sent = [];
      backend = await startHandoverBackend({
        entities: [
          ...SERVICES.map(name => component(name, { owner: 'shop' })),
          component('billing', { owner: 'money' }),
          component('ledger', { owner: 'money' }),
        ],
        database: { knex },
        config: { handover: { notifications: { enabled: true } } } as never,
        extra: [
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
          createServiceFactory({
            service: notificationService,
            deps: {},
            factory: () => ({ send: async each => void sent.push(each) }),
          }),
        ],
      });
    });
    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    const write = async (name: string, reviewedAt: string, revision = 0) =>
      expect(
        (
          await backend.put(
            `/documents/component/default/${name}`,
            handoverYaml(name, { reviewedAt, reviewEvery: 'P1D' }),
            {
              ...(revision
                ? { 'If-Match': `"${revision}"` }
                : { 'If-None-Match': '*' }),
              ...as('user:default/ada'),
            },
          )
        ).status,
      ).toBeLessThan(300);
    const announce = async () => {
      await scheduler.triggerTask('handover-stale-notices');
      await scheduler.triggerTask('handover-notifications');
    };
    const payloads = () => sent.map(({ payload }) => payload);

    it('tell each owner once a day of the handovers that became stale', async () => {
      for (const name of SERVICES) {
        await write(name, day(-1));
      }
      await write('billing', day(-1));
      await write('ledger', day(0));
      await announce();
      await announce();
      await eventually(async () => expect(sent).toHaveLength(2));
      const [money, shop] = [...sent].sort((a, b) =>
        b.payload.title.localeCompare(a.payload.title),
      );
      expect(money).toMatchObject({
        recipients: { entityRef: ['group:default/money'] },
        payload: {
          title: 'The handover of component:default/billing is due for review',
          description: `component:default/billing: since ${day(0)}`,
          link: '/catalog/default/component/billing/handover',
        },
      });
      expect(shop).toMatchObject({
        recipients: { entityRef: ['group:default/shop'] },
        payload: {
          title: '12 handovers are due for review',
          link: '/handover?owner=group%3Adefault%2Fshop&stale=true',
        },
      });
      const lines = shop.payload.description!.split('\n');
      expect(lines).toHaveLength(11);
      expect(lines.at(-1)).toBe('and 2 more');
    });

    it('are sent again only for a handover that was reviewed and became stale again', async () => {
      await write('billing', day(-2));
      await announce();
      await eventually(async () => expect(sent).toHaveLength(1));
      await write('billing', day(0), 1);
      await announce();
      expect(sent).toHaveLength(1);
      await write('billing', day(-1), 2);
      await announce();
      await eventually(async () => expect(sent).toHaveLength(2));
      expect(payloads()).toMatchObject([
        { description: `component:default/billing: since ${day(-1)}` },
        { description: `component:default/billing: since ${day(0)}` },
      ]);
    });
  });
});

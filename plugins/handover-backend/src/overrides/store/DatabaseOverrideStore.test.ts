import type { OverrideState } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import {
  createCatalogSync,
  createTestDatabases,
  createTestOutbox,
  createTestStore,
} from '../../documents/__testUtils__/databases';
import { component } from '../../__testUtils__/startHandoverBackend';
import { DatabaseOverrideStore, type OverrideStore } from '.';

jest.setTimeout(60_000);

const T0 = Date.parse('2026-11-20T10:00:00.000Z');
const hours = (count: number) => new Date(T0 + count * 3_600_000);
const ORDERS = 'component:default/orders';
const [ada, grace] = ['user:default/ada', 'user:default/grace'];

describe('DatabaseOverrideStore', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let store: OverrideStore;
    const clock = { now: hours(0) };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      const sync = await createCatalogSync(knex, await createTestStore(knex));
      await sync([component('orders')]);
      store = await DatabaseOverrideStore.create({
        database: { getClient: async () => knex, migrations: { skip: true } },
        outbox: await createTestOutbox(knex, clock),
        now: () => clock.now,
      });
    });
    beforeEach(async () => {
      clock.now = hours(0);
      await knex('overrides').delete();
      await knex('override_environments').delete();
      await knex('domain_events').delete();
    });
    afterAll(() => knex.destroy());

    const add = async (
      more: Partial<Parameters<OverrideStore['add']>[0]> = {},
    ) =>
      (await store.add({
        entityRef: ORDERS,
        environments: ['Production', 'staging'],
        from: hours(0),
        until: hours(4),
        reason: 'Checkout\0 is down',
        by: 'User:default/Ada',
        isApproved: false,
        ...more,
      }))!;
    const change = (
      id: string,
      action: 'approve' | 'deny' | 'withdraw' | 'revoke',
      by = grace,
    ) => store.change(ORDERS, id, { action, by });
    const inForce = async (at: Date) =>
      (await store.listApproved(ORDERS, at)).map(({ id }) => id);

    it('lets one of two approvals at once through, and never that of the requester', async () => {
      const { id, reason } = await add();
      expect(reason).toBe('Checkout\uFFFD is down');
      expect(await change(id, 'approve', ada)).toBeUndefined();
      expect(await change(id, 'approve', 'USER:default/ada')).toBeUndefined();
      const approvals = await Promise.all([
        change(id, 'approve'),
        change(id, 'approve', 'user:default/linus'),
        change(id, 'deny'),
      ]);
      const [winner, ...others] = approvals.filter(each => each);
      expect(others).toEqual([]);
      expect(await store.get(ORDERS, id)).toEqual({
        ...winner,
        owner: 'group:default/shop',
      });
      const events = await knex('domain_events')
        .orderBy('number')
        .pluck('data');
      expect(events.map(data => JSON.parse(data))).toEqual(
        ['requested', winner?.state === 'denied' ? 'denied' : 'approved'].map(
          status =>
            expect.objectContaining({
              overrideId: id,
              status,
              environments: ['Production', 'staging'],
            }),
        ),
      );
    });

    it('is never in force before its approval, and can not be approved once it is over', async () => {
      const { id } = await add();
      expect(await inForce(hours(1))).toEqual([]);
      clock.now = hours(2);
      expect(await change(id, 'approve')).toMatchObject({
        state: 'inForce',
        from: hours(2).toISOString(),
        until: hours(4).toISOString(),
      });
      expect(await store.listApproved(ORDERS, hours(1))).toEqual([
        {
          id,
          by: ada,
          reason: 'Checkout\uFFFD is down',
          from: hours(2).toISOString(),
          until: hours(4).toISOString(),
          environments: ['Production', 'staging'],
        },
      ]);
      const late = await add({ until: hours(3) });
      clock.now = hours(3);
      for (const action of ['approve', 'deny', 'withdraw'] as const) {
        expect(await change(late.id, action)).toBeUndefined();
      }
      clock.now = new Date(hours(3).getTime() - 1);
      expect(await change(late.id, 'approve')).toBeDefined();
      expect(await inForce(hours(3))).toEqual([id]);
      expect(await inForce(hours(4))).toEqual([]);
      await change(id, 'revoke');
      expect(await inForce(hours(0))).toEqual([late.id]);
    });

    it('lists the states that it has, by time and environment', async () => {
      const ids = new Map<OverrideState, string>();
      const put = async (state: OverrideState, id: Promise<{ id: string }>) =>
        ids.set(state, (await id).id);
      await put('lapsed', add({ until: hours(1) }));
      await put('ended', add({ until: hours(1), isApproved: true }));
      await put('requested', add());
      await put('inForce', add({ isApproved: true, environments: ['beta'] }));
      await put('scheduled', add({ isApproved: true, from: hours(3) }));
      for (const [state, action] of [
        ['denied', 'deny'],
        ['withdrawn', 'withdraw'],
        ['revoked', 'revoke'],
      ] as const) {
        const { id } = await add({ isApproved: state === 'revoked' });
        ids.set(state, id);
        await change(id, action);
      }
      clock.now = hours(2);
      for (const [state, id] of ids) {
        const { items, totalItems } = await store.list({ state: [state] });
        expect([totalItems, items.map(each => [each.id, each.state])]).toEqual([
          1,
          [[id, state]],
        ]);
      }
      const beta = await store.list({ environment: ['BETA'] });
      expect(beta.items.map(({ id }) => id)).toEqual([ids.get('inForce')]);
      const all: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list({ limit: 3, cursor });
        all.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor && all.length < 20);
      expect(all.sort()).toEqual([...ids.values()].sort());
    });

    it('has a limit of open ones, ends with its entity, and is deleted long after its end', async () => {
      const first = await add({ isApproved: true });
      const more = await Promise.all(
        Array.from({ length: 49 }, async () => (await add()).id),
      );
      expect(await add()).toBeUndefined();
      await change(more[0], 'withdraw', ada);
      expect(await add()).toBeDefined();
      await store.endAll([ORDERS], { by: 'plugin:handover', note: 'Gone.' });
      expect(await inForce(hours(1))).toEqual([]);
      expect(await store.get(ORDERS, first.id)).toMatchObject({
        state: 'withdrawn',
        end: { by: 'plugin:handover', note: 'Gone.' },
      });
      expect(await store.listChanged(hours(0))).toHaveLength(51);
      expect(await store.removeBefore(hours(4))).toBe(0);
      expect(await store.removeBefore(hours(5))).toBe(51);
      expect(await knex('override_environments').select()).toEqual([]);
    });
  });
});

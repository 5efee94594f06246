import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import { createHandoverConditionalDecision, handoverConditions } from '..';
import {
  component,
  nobody,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../documents/__testUtils__/databases';

jest.setTimeout(120_000);

const IN_FREEZE = '2026-12-24T10:00:00Z';
const FILE = 'https://git.example.com/calendars/year-end.yaml';
const OTHER_FILE = 'https://git.example.com/calendars/moved.yaml';

const window = (
  id: string,
  effect = 'deny',
  environments = ['production'],
) => ({
  id,
  title: `Window ${id}`,
  effect,
  environments,
  schedule: { start: '2026-12-18', end: '2027-01-03', timeZone: 'UTC' },
});
const calendar = (name: string, more: object = {}) => ({
  apiVersion: 'handover.dev/v1',
  kind: 'Calendar',
  metadata: {
    name,
    title: `Calendar ${name}`,
    owner: 'platform',
    link: `https://wiki.example.com/${name}`,
  },
  windows: [window(name)],
  ...more,
});
const group = (name: string, parent?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: parent ? [{ type: 'childOf', targetRef: parent }] : [],
});
const orders = component('orders', {
  owner: 'group:default/shop',
  system: 'system:default/sales',
});
const ENTITIES = [
  {
    ...orders,
    metadata: { ...orders.metadata, tags: ['java'], labels: { zone: 'eu' } },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'sales', namespace: 'default' },
    spec: { owner: 'group:default/shop' },
    relations: [{ type: 'partOf', targetRef: 'domain:default/commerce' }],
  },
  component('billing', { owner: 'group:default/money' }),
  group('shop', 'group:default/engineering'),
  group('money', 'group:default/engineering'),
  group('engineering'),
];
const ORDERS = `apiVersion: handover.dev/v1
kind: Handover
metadata: { tier: 1 }
windows:
  items:
    - id: always
      title: Deployments
      effect: allow
      environments: [production]
      schedule: { start: 2026-01-01, end: 2027-12-31, timeZone: UTC }
`;

/** A catalog that can't be counted: the mirror follows it only when a test says so. */
function uncounted() {
  const real = catalogServiceMock({ entities: ENTITIES });
  return catalogServiceMock.mock({
    getEntityByRef: (...args) => real.getEntityByRef(...args),
    getEntitiesByRefs: (...args) => real.getEntitiesByRefs(...args),
    streamEntities: (...args) => real.streamEntities(...args),
  });
}

const ENGINEERING = calendar('engineering', {
  scope: { owner: 'engineering', except: { owner: 'money' } },
  windows: [window('engineering', 'deny', ['production', 'live'])],
});
const TIER_ONE = calendar('tier-one', {
  scope: {
    kind: 'component',
    type: 'service',
    lifecycle: 'production',
    system: 'sales',
    domain: 'commerce',
    tier: 1,
    tags: 'java',
    labels: { zone: ['eu', 'us'] },
  },
});

describe('company calendars', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let stops: (() => Promise<void>)[];
    /** What is at {@link FILE}; a text that is not there cannot be read. */
    let file: string | undefined;
    /** Locations that are read now, those that were, and the most at a time. */
    let reads: { now: number; count: number; most: number };

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      stops = [];
      file = undefined;
      reads = { now: 0, count: 0, most: 0 };
    });
    afterEach(async () => {
      await Promise.all(stops.map(stop => stop()));
      await knex.destroy();
    });

    /** A replica. Its scheduled tasks run when the test says so. */
    async function start(
      calendars: object,
      options: Partial<Parameters<typeof startHandoverBackend>[0]> = {},
      { follow = true } = {},
    ) {
      const scheduler = mockServices.scheduler();
      const urlReader = mockServices.urlReader.mock({
        readUrl: async () => {
          reads.count++;
          reads.most = Math.max(reads.most, ++reads.now);
          await new Promise(setImmediate);
          reads.now--;
          if (file === undefined) {
            throw new Error('connect ECONNREFUSED');
          }
          const buffer = Buffer.from(file);
          return { buffer: async () => buffer };
        },
      });
      const backend = await startHandoverBackend({
        entities: ENTITIES,
        database: { knex },
        config: { handover: { calendars } } as never,
        extra: [
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
          urlReader.factory,
        ],
        ...options,
      });
      stops.push(backend.stop);
      if (follow) {
        await scheduler.triggerTask('handover-entities-follow-catalog');
      }
      const decide = async (name: string, at = IN_FREEZE) =>
        (
          await backend.get(
            `/gate/component/default/${name}?environment=production&at=${at}`,
          )
        ).body;
      return {
        ...backend,
        decide,
        verdicts: async () => [
          (await decide('orders')).verdict,
          (await decide('billing')).verdict,
        ],
        readLocations: () =>
          scheduler.triggerTask('handover-calendars-locations'),
        readUnread: () =>
          scheduler.triggerTask('handover-calendars-unread-locations'),
      };
    }

    it('close the gate for what is in their scope, over what the entity allows', async () => {
      const { decide, put, get } = await start({
        definitions: [
          ENGINEERING,
          TIER_ONE,
          calendar('elsewhere', { scope: { system: 'returns' } }),
        ],
      });
      expect((await decide('orders')).reasons).toMatchObject([
        { window: 'engineering' },
        { kind: 'default' },
      ]);
      await put('/documents/component/default/orders', ORDERS, {
        'If-None-Match': '*',
      });
      expect(await decide('orders')).toMatchObject({
        verdict: 'closed',
        until: '2027-01-04T00:00:00Z',
        reasons: [
          {
            kind: 'window',
            calendar: 'Calendar engineering',
            link: 'https://wiki.example.com/engineering',
          },
          { kind: 'window', calendar: 'Calendar tier-one' },
          { kind: 'window', window: 'always', verdict: 'open' },
        ],
        calendars: [
          { id: 'calendar:engineering', version: expect.any(String) },
          { id: 'calendar:tier-one' },
          { id: 'component:default/orders' },
        ],
      });
      expect((await decide('orders', '2026-12-17T10:00:00Z')).verdict).toBe(
        'open',
      );
      expect((await decide('billing')).verdict).toBe('open');

      // It has no environment only because a calendar of others names it.
      const all = await get('/gate/component/default/orders/environments');
      expect(all.body.items).toMatchObject([{ environment: 'production' }]);

      const { body } = await get(
        '/gate/component/default/orders/occurrences?from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z',
      );
      expect(body.items).toMatchObject([
        { window: 'always' },
        { window: 'engineering', calendarTitle: 'Calendar engineering' },
        { window: 'tier-one', calendarTitle: 'Calendar tier-one' },
      ]);
    });

    it('in a file stay in force as they were until they are too old', async () => {
      const config = { locations: [FILE], maxAge: '1h' };
      const first = await start(config);
      const second = await start(config);
      expect(await first.verdicts()).toEqual(['unknown', 'unknown']);
      expect((await first.decide('billing')).reasons[0]).toMatchObject({
        kind: 'calendar',
        calendar: FILE,
        reason: 'It has not been read yet',
      });

      file = JSON.stringify(calendar('sales', { scope: { system: 'sales' } }));
      await first.readLocations();
      expect(await first.verdicts()).toEqual(['closed', 'open']);
      expect(await second.verdicts()).toEqual(['closed', 'open']);

      file = JSON.stringify(calendar('sales', { scope: { sistem: 'sales' } }));
      await first.readLocations();
      expect(await second.verdicts()).toEqual(['closed', 'open']);
      const shown = await second.get('/calendars/sales');
      expect(shown.body).toMatchObject({
        status: 'outdated',
        level: 'system',
        windows: [{ id: 'sales' }],
        source: {
          location: FILE,
          failingSince: expect.any(String),
          problems: [{ path: 'scope.sistem', severity: 'error', line: 1 }],
        },
      });

      await knex('calendar_locations').update({
        read_at: new Date(Date.now() - 2 * 3_600_000),
      });
      await knex('calendar_state').increment('generation', 1);
      expect(await second.verdicts()).toEqual(['unknown', 'open']);
      expect((await second.decide('orders')).reasons[0]).toMatchObject({
        calendar: 'Calendar sales',
        reason: expect.stringMatching(
          /^It was last read at .*, which is too long ago: unknown key 'sistem'/,
        ),
      });

      file = JSON.stringify(calendar('sales', { scope: { owner: 'money' } }));
      await second.readLocations();
      expect(await first.verdicts()).toEqual(['open', 'closed']);
    });

    it('that were never read leave every verdict unknown, with the reason', async () => {
      const { decide, readLocations, get } = await start({
        definitions: [
          calendar('sales', { scope: { system: 'sales' } }),
          calendar('all', { windows: [window('all', 'deny', ['staging'])] }),
        ],
        locations: [FILE],
      });
      await readLocations();
      expect((await decide('billing')).reasons[0]).toMatchObject({
        kind: 'calendar',
        reason: 'It could never be read: cannot be read: connect ECONNREFUSED',
      });
      // A name that is taken is no calendar of its own.
      file = JSON.stringify(calendar('sales'));
      await readLocations();
      expect(await decide('billing')).toMatchObject({ verdict: 'unknown' });
      expect(await decide('orders')).toMatchObject({ verdict: 'closed' });
      const { body } = await get('/calendars');
      expect(body.items).toMatchObject([
        { name: 'sales', status: 'current', windowCount: 1 },
        { name: 'all' },
      ]);
      // To count the entities of every calendar would be slow.
      expect(body.items[0]).not.toHaveProperty('entityCount');
      expect((await get('/calendars/sales')).body.entityCount).toBe(1);
      // Two components and a system.
      expect((await get('/calendars/all')).body.entityCount).toBe(3);
      expect(body.locations).toMatchObject([
        {
          location: FILE,
          problems: [
            {
              message: "'sales' is the name of a calendar in the configuration",
            },
          ],
        },
      ]);
    });

    it('leave the verdict unknown if they do not fit the environments any more', async () => {
      const config = { locations: [FILE] };
      file = JSON.stringify(
        calendar('sales', {
          scope: { system: 'sales' },
          windows: [window('sales', 'deny', ['canary'])],
        }),
      );
      await (await start(config)).readLocations();
      const { decide, verdicts, get } = await start(config, {
        config: {
          handover: {
            calendars: config,
            environments: [{ name: 'production' }],
          },
        } as never,
      });
      expect(await verdicts()).toEqual(['unknown', 'open']);
      expect((await decide('orders')).reasons[0]).toMatchObject({
        calendar: 'Calendar sales',
        reason:
          "It is not valid any more: windows[0].environments[0]: unknown environment 'canary'; known environments are production",
      });
      expect((await get('/calendars/sales')).body.status).toBe('invalid');
    });

    it('are those of the replica, and no other replica opens the gate', async () => {
      file = JSON.stringify(calendar('sales', { scope: { system: 'sales' } }));
      const old = await start({ locations: [FILE] });
      await old.readLocations();
      const harmless = calendar('sales', {
        windows: [window('sales', 'deny', ['staging'])],
      });
      const replaced = await start({
        definitions: [harmless],
        locations: [FILE],
      });
      await start({ definitions: [harmless] });
      expect(await old.verdicts()).toEqual(['closed', 'open']);
      for (const read of [async () => {}, replaced.readLocations]) {
        await read();
        expect(await replaced.verdicts()).toEqual(['unknown', 'unknown']);
        expect((await replaced.decide('orders')).reasons[0]).toMatchObject({
          calendar: FILE,
          reason:
            "It has no calendar in force: 'sales' is the name of a calendar in the configuration",
        });
        expect(
          (await replaced.get('/calendars')).body.locations[0].problems,
        ).toHaveLength(1);
        expect(await old.verdicts()).toEqual(['closed', 'open']);
      }

      // The calendar gets another name, then its file another address.
      file = JSON.stringify(calendar('sold', { scope: { system: 'sales' } }));
      await old.readLocations();
      expect(await old.verdicts()).toEqual(['closed', 'open']);
      const moved = await start({ locations: [OTHER_FILE] });
      expect(await moved.verdicts()).toEqual(['unknown', 'unknown']);
      expect(await old.verdicts()).toEqual(['closed', 'open']);
      await moved.readLocations();
      expect(await moved.verdicts()).toEqual(['closed', 'open']);
      expect(await old.verdicts()).toEqual(['unknown', 'unknown']);

      // Of two locations with the same name, the second has no calendar.
      const both = await start({ locations: [OTHER_FILE, FILE] });
      await both.readLocations();
      expect((await both.decide('billing')).reasons[0]).toMatchObject({
        calendar: FILE,
        reason: `It could never be read: 'sold' is the name of a calendar at ${OTHER_FILE}`,
      });
    });

    it('at new locations are read at once, a few at a time', async () => {
      const { readUnread, readLocations, verdicts } = await start({
        locations: Array.from({ length: 15 }, (_, index) => `${FILE}?${index}`),
      });
      await readUnread();
      expect(reads).toEqual({ now: 0, count: 15, most: 10 });
      expect(await verdicts()).toEqual(['unknown', 'unknown']);
      file = JSON.stringify(calendar('all'));
      await readLocations();
      await readUnread();
      // One has been read. The name is taken at the others.
      expect(reads).toMatchObject({ count: 15 + 15 + 14, most: 10 });
      expect(await verdicts()).toEqual(['closed', 'closed']);
    });

    it('leave the verdict unknown if the mirror, their number or their state is wrong', async () => {
      const sales = calendar('sales', { scope: { system: 'sales' } });
      const options = { catalog: uncounted() };
      const definitions = Array.from({ length: 101 }, (_, index) =>
        calendar(`all-${index}`, {
          windows: [window('all', 'deny', ['staging'])],
        }),
      );
      const many = await start({ definitions }, options);
      expect(await many.verdicts()).toEqual(['unknown', 'unknown']);

      await knex('catalog_sync').update({
        synced_at: new Date(Date.now() - 2 * 3_600_000),
      });
      const one = await start({ definitions: [sales] }, options, {
        follow: false,
      });
      const tier = await start(
        {
          definitions: [
            calendar('tier', { scope: { tier: 2, except: [{ kind: 'api' }] } }),
          ],
        },
        options,
        { follow: false },
      );
      expect(await one.verdicts()).toEqual(['closed', 'unknown']);
      expect((await one.decide('billing')).reasons[0]).toMatchObject({
        calendar: 'Company calendars',
        reason: expect.stringMatching(
          /^The mirror of the catalog was last updated at 20.*Z, so other/,
        ),
      });
      // The reference and the handover of an entity say whether it applies.
      expect(await tier.verdicts()).toEqual(['open', 'open']);

      await knex('calendar_state').delete();
      expect(await tier.verdicts()).toEqual(['unknown', 'unknown']);
    });

    it('leave the verdict unknown for an entity that the mirror does not know', async () => {
      const { decide } = await start({
        definitions: [calendar('sales', { scope: { system: 'sales' } })],
      });
      expect((await decide('billing')).verdict).toBe('open');
      await knex('entities')
        .where('entity_ref', 'component:default/billing')
        .delete();
      expect(await decide('billing')).toMatchObject({
        verdict: 'unknown',
        reasons: [{ kind: 'calendar', calendar: 'Company calendars' }],
      });
    });

    it('are counted for what the caller can read, through groups', async () => {
      const { get } = await start(
        {
          definitions: [
            calendar('all'),
            calendar('engineering', { scope: { owner: 'engineering' } }),
          ],
        },
        {
          authorize: async requests =>
            requests.map(({ permission }) =>
              permission.name === handoverDocumentReadPermission.name
                ? createHandoverConditionalDecision(
                    handoverDocumentReadPermission,
                    handoverConditions.isOwner({
                      claims: ['group:default/money'],
                    }),
                  )
                : { result: AuthorizeResult.ALLOW },
            ),
        },
      );
      expect((await get('/calendars/all')).body).toMatchObject({
        level: 'organization',
        entityCount: 1,
      });
      expect((await get('/calendars/engineering')).body.entityCount).toBe(1);
      expect((await get('/calendars/none')).status).toBe(404);
      expect((await get('/calendars', nobody)).status).toBe(401);
    });
  });

  it.each<[string, object, string]>([
    [
      'a misspelt key',
      { definitions: [calendar('a'), calendar('b', { scop: {} })] },
      "Invalid calendar at 'handover.calendars.definitions[1]': scop: unknown key 'scop'",
    ],
    [
      'an environment that is not configured',
      {
        definitions: [
          { ...calendar('a'), windows: [window('a', 'deny', ['prodution'])] },
        ],
      },
      "windows[0].environments[0]: unknown environment 'prodution', did you mean 'production'?",
    ],
    [
      'a pattern that matches no configured environment',
      {
        definitions: [
          { ...calendar('a'), windows: [window('a', 'deny', ['prodution*'])] },
        ],
      },
      "windows[0].environments[0]: 'prodution*' matches no known environment",
    ],
    [
      'a password in an address',
      { locations: ['https://ada:secret@git.example.com/a.yaml'] },
      "Invalid value at 'handover.calendars.locations[0]': must have no user or password",
    ],
    [
      'a name that is used twice',
      { definitions: [calendar('a'), calendar('a')] },
      "Invalid calendars at 'handover.calendars': two have the name 'a'",
    ],
  ])('do not start with %s', async (_, calendars, message) => {
    await expect(
      startHandoverBackend({
        entities: [],
        config: {
          handover: { calendars, environments: [{ name: 'production' }] },
        } as never,
      }),
    ).rejects.toThrow(message);
  });
});

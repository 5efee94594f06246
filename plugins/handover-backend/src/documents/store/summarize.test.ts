import type {
  FleetFigures,
  FleetGroup,
} from '@backstage-handover/plugin-handover-common';
import { coverageOf } from '@backstage-handover/plugin-handover-common/documents';
import type { Knex } from 'knex';
import {
  componentEntity,
  groupEntity,
} from '../../entities/__testUtils__/entities';
import {
  createCatalogSync,
  createTestDatabases,
  createTestStore,
} from '../__testUtils__/databases';
import { handoverYaml, parsed } from '../__testUtils__/documents';
import type { DatabaseDocumentStore } from './DatabaseDocumentStore';
import type { FleetQuery } from './DocumentStore';

jest.setTimeout(60_000);

const NOW = new Date('2026-11-20T10:00:00.000Z');
const group = (name: string) => `group:default/${name}`;
const system = (name: string) => `system:default/${name}`;
const domain = (name: string) => `domain:default/${name}`;

/** A department with two teams; `shop` is a system of the domain `sales`. */
const ENTITIES = [
  groupEntity('department'),
  groupEntity('team-a', 'department'),
  groupEntity('team-b', 'department'),
  componentEntity('shop', { kind: 'System', partOf: [domain('sales')] }),
  componentEntity('lonely', { kind: 'System' }),
  componentEntity('orders', {
    owners: [group('team-a')],
    partOf: [system('shop')],
  }),
  componentEntity('bills', {
    owners: [group('team-a'), group('team-b')],
    partOf: [system('shop')],
  }),
  componentEntity('search', {
    owners: [group('team-b')],
    partOf: [system('lonely')],
  }),
  componentEntity('ads', { partOf: [domain('marketing')] }),
];
const ONLY = { filter: { key: 'kind' as const, values: ['component'] } };

describe('the figures of all handovers', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let store: DatabaseDocumentStore;

    async function write(name: string, yaml: string) {
      await store.addRevision(`component:default/${name}`, {
        expectedRevision: 0,
        revision: { source: 'portal', yaml, document: parsed(yaml) },
      });
    }

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      const clock = { now: NOW };
      store = await createTestStore(knex, clock);
      await (
        await createCatalogSync(knex, store, clock)
      )(ENTITIES);
      await write(
        'orders',
        `${handoverYaml('Takes orders')}windows: { notApplicable: Never }\n`,
      );
      await write('bills', handoverYaml('Bills', { reviewedAt: '2026-01-01' }));
    });
    afterAll(() => knex.destroy());

    const sizes = async (query: FleetQuery) =>
      (await store.summarize({ ...ONLY, ...query })).groups?.map(
        ({ entityRef, services }) => [entityRef, services],
      );

    it('are of every handover, each section included', async () => {
      const { totals, groups } = await store.summarize(ONLY);
      expect(groups).toBeUndefined();
      const { items } = await store.list({ ...ONLY, include: 'document' });
      const ratios = items.map(item => coverageOf(item.document).ratio);
      expect(totals).toMatchObject<Partial<FleetFigures>>({
        services: 4,
        status: { ok: 2, missing: 2, invalid: 0, unreachable: 0 },
        stale: 1,
      });
      expect(totals.meanCoverage).toBeCloseTo(
        ratios.reduce((sum, ratio) => sum + ratio, 0) / 4,
      );
      expect(totals.sections).toMatchObject({
        overview: { covered: 0, partial: 2, missing: 2 },
        windows: { covered: 1, partial: 0, missing: 3 },
        completion: { covered: 0, partial: 0, missing: 4 },
      });
    });

    it('add up what each section of each document says', async () => {
      const { totals } = await store.summarize(ONLY);
      const { items } = await store.list({ ...ONLY, include: 'document' });
      for (const [key, figures] of Object.entries(totals.sections)) {
        const states = items.map(
          ({ document }) => coverageOf(document).sections[key].state,
        );
        expect([key, figures]).toEqual([
          key,
          {
            covered: states.filter(state => state === 'covered').length,
            partial: states.filter(state => state === 'partial').length,
            missing: states.filter(state => state === 'missing').length,
          },
        ]);
      }
    });

    it('have no mean where nothing is counted', async () => {
      const { totals } = await store.summarize({ q: 'nothing-like-this' });
      expect(totals).toMatchObject({ services: 0, stale: 0 });
      expect(totals).not.toHaveProperty('meanCoverage');
    });

    it.each<[string, FleetQuery, [string | undefined, number][]]>([
      [
        'owner, for each of several owners',
        { groupBy: 'owner' },
        [
          [group('team-a'), 2],
          [group('team-b'), 2],
          [undefined, 1],
        ],
      ],
      [
        'the owner that was asked for',
        { groupBy: 'owner', owner: [group('TEAM-B')] },
        [[group('team-b'), 2]],
      ],
      [
        'the teams of a department',
        { groupBy: 'owner', owner: [group('department')], ownerTree: true },
        [
          [group('team-a'), 2],
          [group('team-b'), 2],
        ],
      ],
      [
        'owner, of those without one too',
        { groupBy: 'owner', owner: ['none', group('team-a')] },
        [
          [group('team-a'), 2],
          [undefined, 1],
        ],
      ],
      [
        'system',
        { groupBy: 'system' },
        [
          [system('shop'), 2],
          [undefined, 1],
          [system('lonely'), 1],
        ],
      ],
      [
        'domain, its own or that of its system',
        { groupBy: 'domain' },
        [
          [domain('sales'), 2],
          [undefined, 1],
          [domain('marketing'), 1],
        ],
      ],
    ])('are grouped by %s', async (_, query, expected) => {
      await expect(sizes(query)).resolves.toEqual(expected);
    });

    it('name the largest groups, and how many there are', async () => {
      const { groups, totalGroups } = await store.summarize({
        ...ONLY,
        groupBy: 'system',
        limit: 1,
      });
      expect(groups).toEqual([
        expect.objectContaining<Partial<FleetGroup>>({
          entityRef: system('shop'),
          services: 2,
          stale: 1,
          sections: expect.objectContaining({
            overview: { covered: 0, partial: 2, missing: 0 },
          }),
        }),
      ]);
      expect(totalGroups).toBe(3);
    });

    it.each<[FleetQuery, string[]]>([
      [{ owner: [group('department')] }, []],
      [
        { owner: [group('department')], ownerTree: true },
        ['bills', 'orders', 'search'],
      ],
      [{ owner: ['none'] }, ['ads']],
      [{ system: ['none', system('lonely')] }, ['ads', 'search']],
      [{ domain: [domain('sales')] }, ['bills', 'orders']],
      [{ domain: ['none', domain('marketing')] }, ['ads', 'search']],
    ])('count what the list of %j shows', async (query, names) => {
      const { items } = await store.list({ ...ONLY, ...query });
      expect(items.map(item => item.entityRef)).toEqual(
        names.map(name => `component:default/${name}`),
      );
      const { totals } = await store.summarize({ ...ONLY, ...query });
      expect(totals.services).toBe(names.length);
    });

    it('are computed again where the rules have changed', async () => {
      const before = await store.summarize(ONLY);
      await knex('documents').update({
        coverage_version: 0,
        covered_sections: null,
        partial_sections: null,
        coverage_ratio: 0,
      });
      const { signal } = new AbortController();
      await expect(store.deriveOutdated({ signal })).resolves.toBe(2);
      await expect(store.summarize(ONLY)).resolves.toEqual(before);
      await expect(store.deriveOutdated({ signal })).resolves.toBe(0);
    });
  });
});

import {
  type EntityScope,
  entityScopeSchema,
  matchesScope,
} from '@backstage-handover/plugin-handover-common/entities';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { componentEntity, groupEntity } from '../__testUtils__/entities';
import type { EntityFilter } from '../EntitiesService';
import { replaceDocumented } from '../sql';
import { toMirroredEntity } from '../toMirroredEntity';
import { DatabaseEntityStore } from './DatabaseEntityStore';
import { BucketSums } from './buckets';

jest.setTimeout(120_000);

const T0 = new Date('2026-11-28T10:00:00.000Z');

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const oneOrTwo = <T>(...values: T[]) =>
  fc.uniqueArray(pick(...values), { minLength: 1, maxLength: 2 });
const words = ['a', 'B', 'É', '%'];
/** Makes entities of the catalog, each with the tier of its handover. */
const entityArbitrary = fc
  .record({
    kind: pick('Component', 'API', 'System'),
    type: fc.option(pick(...words), { nil: '' }),
    lifecycle: fc.option(pick(...words), { nil: '' }),
    owners: fc.uniqueArray(pick('a', 'b', 'c'), { maxLength: 3 }),
    systems: fc.uniqueArray(pick('s1', 's2', 'gone'), { maxLength: 1 }),
    domains: fc.uniqueArray(pick('d1', 'd2'), { maxLength: 1 }),
    tags: fc.uniqueArray(pick(...words), { maxLength: 2 }),
    labels: fc.dictionary(pick('x', 'y'), pick('1', '2', '')),
    tier: pick(0, 1, 2),
  })
  .map(({ owners, systems, domains, tags, labels, tier, ...rest }) => ({
    tier,
    of: (name: string) =>
      componentEntity(name, {
        kind: rest.kind,
        metadata: { tags, labels },
        spec: { type: rest.type, lifecycle: rest.lifecycle },
        owners: owners.map(each => `group:default/${each}`),
        partOf: [
          ...systems.map(each => `system:default/${each}`),
          ...domains.map(each => `domain:default/${each}`),
        ],
      }),
  }));
const fieldsArbitrary = fc.record(
  {
    kind: oneOrTwo('component', 'API', 'System', 'group'),
    type: oneOrTwo(...words),
    lifecycle: oneOrTwo(...words),
    system: oneOrTwo('s1', 's2', 'gone'),
    domain: oneOrTwo('d1', 'd2'),
    owner: oneOrTwo('a', 'b', 'c'),
    tier: oneOrTwo(1, 2),
    tags: oneOrTwo(...words),
    labels: fc.dictionary(pick('x', 'y'), oneOrTwo('1', '2', ''), {
      minKeys: 1,
    }),
  },
  { requiredKeys: [] },
);
const scopeArbitrary = fc
  .record(
    {
      fields: fieldsArbitrary,
      except: fc.array(
        fieldsArbitrary.filter(each => Object.keys(each).length > 0),
        { minLength: 1, maxLength: 2 },
      ),
    },
    { requiredKeys: ['fields'] },
  )
  .map(
    ({ fields: own, except }): EntityScope =>
      entityScopeSchema.parse({ ...own, ...(except && { except }) }),
  );

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DatabaseEntityStore, %s', id => {
  let knex: Knex;
  let store: DatabaseEntityStore;
  let now: Date;

  beforeEach(async () => {
    now = T0;
    knex = await databases.init(id);
    store = await DatabaseEntityStore.create({
      database: mockServices.database({ knex }),
      now: () => now,
    });
  });

  afterEach(() => knex.destroy());

  const sync = (...entities: Entity[]) =>
    store.sync(entities.map(toMirroredEntity));
  const ref = (name: string) => `component:default/${name}`;
  const group = (name: string) => `group:default/${name}`;
  const document = (metadata: object, items: object[] = []) => ({
    apiVersion: 'handover.dev/v1' as const,
    kind: 'Handover' as const,
    metadata,
    environments: { items },
  });
  const documented = (...handovers: Parameters<typeof replaceDocumented>[1]) =>
    knex.transaction(tx => replaceDocumented(tx, handovers));

  it('knows everything that the catalog says, as it is now', async () => {
    const orders = componentEntity('orders', {
      metadata: {
        title: 'Orders',
        tags: ['java'],
        labels: { region: 'eu' },
        annotations: { 'argocd/app-name': 'orders' },
      },
      spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
      owners: [group('team-a'), group('team-b')],
      partOf: ['system:default/shop'],
    });
    await expect(
      sync(
        orders,
        componentEntity('shop', {
          kind: 'System',
          partOf: ['domain:default/retail'],
        }),
      ),
    ).resolves.toEqual({
      added: [ref('orders'), 'system:default/shop'],
      changed: [],
    });
    await documented({
      entityRef: ref('orders'),
      document: document({ tier: 2 }),
    });
    await expect(store.get(ref('orders'))).resolves.toEqual({
      entityRef: ref('orders'),
      kind: 'component',
      namespace: 'default',
      name: 'orders',
      title: 'Orders',
      type: 'service',
      lifecycle: 'production',
      system: 'system:default/shop',
      domain: 'domain:default/retail',
      owner: group('team-a'),
      owners: [group('team-a'), group('team-b')],
      tier: 2,
      tags: ['java'],
      labels: { region: 'eu' },
    });
    await expect(store.get(ref('nobody'))).resolves.toBeUndefined();
  });

  it('keeps nothing of what an entity was, but the tier, which the handover says', async () => {
    await sync(
      componentEntity('orders', {
        metadata: {
          title: 'Orders',
          tags: ['java'],
          labels: { region: 'eu' },
          annotations: { 'argocd/app-name': 'orders' },
        },
        spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
        owners: [group('team-a'), group('team-b')],
        partOf: ['system:default/shop'],
      }),
    );
    await documented({
      entityRef: ref('orders'),
      document: document({ tier: 2 }),
    });
    await expect(
      sync(componentEntity('orders', { owners: [group('team-c')] })),
    ).resolves.toEqual({ added: [], changed: [ref('orders')] });
    await expect(store.get(ref('orders'))).resolves.toEqual({
      entityRef: ref('orders'),
      kind: 'component',
      namespace: 'default',
      name: 'orders',
      owner: group('team-c'),
      owners: [group('team-c')],
      tier: 2,
      tags: [],
      labels: {},
    });
    await expect(
      store.resolveKey({ type: 'argocd-application', value: 'orders' }),
    ).resolves.toEqual([]);

    await store.remove([ref('orders')]);
    await expect(store.get(ref('orders'))).resolves.toBeUndefined();
    for (const table of ['entity_owners', 'entity_tags', 'entity_labels']) {
      await expect(knex(table).select()).resolves.toEqual([]);
    }
  });

  it('writes only entities that changed, and nothing if none did', async () => {
    const entities = Array.from({ length: 250 }, (_, index) =>
      componentEntity(`c${index}`, {
        owners: [group('team-a')],
        metadata: { tags: ['java'], labels: { a: '1' } },
      }),
    );
    await sync(...entities);

    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    now = new Date(T0.getTime() + 60_000);
    await expect(sync(...entities)).resolves.toEqual({
      added: [],
      changed: [],
    });
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatch(/^select/);

    entities[7] = componentEntity('c7', { owners: [group('team-b')] });
    await expect(sync(...entities)).resolves.toEqual({
      added: [],
      changed: [ref('c7')],
    });
    const rows = await knex('entities').select('entity_ref', 'updated_at');
    expect(
      rows
        .filter(row => new Date(row.updated_at).getTime() === now.getTime())
        .map(row => row.entity_ref),
    ).toEqual([ref('c7')]);
  });

  it('keeps one of an entity that comes twice, and survives writers that meet', async () => {
    const entities = (team: string) =>
      Array.from({ length: 120 }, (_, index) =>
        componentEntity(`c${index}`, { owners: [group(team)] }),
      );
    await Promise.all([
      sync(...entities('a')),
      sync(...entities('b').reverse()),
      sync(...entities('c'), ...entities('d')),
    ]);
    await sync(...entities('e'), ...entities('f'));
    const { items } = await store.find({ limit: 500 });
    expect(items).toHaveLength(120);
    expect(new Set(items.flatMap(({ owners }) => owners))).toEqual(
      new Set([group('f')]),
    );
  });

  it('pages through entities, each once', async () => {
    await sync(
      ...Array.from({ length: 7 }, (_, index) => componentEntity(`c${index}`)),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.find({ limit: 3, cursor });
      seen.push(...page.items.map(({ entityRef }) => entityRef));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map(index => ref(`c${index}`)));
    await expect(store.find({ limit: 501 })).rejects.toThrow('Invalid limit');
    await expect(store.find({ cursor: 'x' })).rejects.toThrow('cursor');
  });

  it('tells which references it holds without naming them', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `c${index}`);
    await sync(...names.map(name => componentEntity(name)));
    const sums = (some: string[]) => {
      const seen = new BucketSums();
      some.forEach(name => seen.add(ref(name)));
      return seen;
    };
    const stored = await store.sumBuckets();
    expect(sums(names).differing(stored)).toEqual([]);

    const buckets = sums(
      names.filter(name => !['c7', 'c9'].includes(name)),
    ).differing(stored);
    expect(buckets.length).toBeGreaterThan(0);
    expect(buckets.length).toBeLessThanOrEqual(2);
    const suspects = await store.listBuckets({ buckets, limit: 500 });
    expect(suspects).toEqual(expect.arrayContaining([ref('c7'), ref('c9')]));
    expect(suspects.length).toBeLessThan(30);
    await expect(
      store.listBuckets({ buckets, limit: 500, after: suspects.at(-2) }),
    ).resolves.toEqual(suspects.slice(-1));
    // One more than there is counts as well.
    expect(sums([...names, 'c7']).differing(stored)).toHaveLength(1);
    expect(sums([]).differing(stored)).toHaveLength(stored.size);
  });

  it('resolves keys, of any instance or of one', async () => {
    const annotated = (name: string, annotations: Record<string, string>) =>
      componentEntity(name, { metadata: { annotations } });
    await sync(
      annotated('a', { 'jenkins.io/job-full-name': 'eu:shop/orders' }),
      annotated('b', { 'jenkins.io/job-full-name': 'shop/orders,us:x' }),
      annotated('c', { 'backstage.io/kubernetes-id': 'shop/orders' }),
    );
    const resolve = (value: string, instance?: string) =>
      store.resolveKey({ type: 'jenkins-job', value, instance });
    await expect(resolve('shop/orders')).resolves.toEqual([ref('a'), ref('b')]);
    await expect(resolve('shop/orders', 'us')).resolves.toEqual([ref('b')]);
    await expect(resolve('x', 'eu')).resolves.toEqual([]);
    await expect(resolve('nothing')).resolves.toEqual([]);
  });

  it('finds entities by the environments that their handovers document', async () => {
    await sync(componentEntity('a'), componentEntity('b'));
    const at = (name: string, cluster?: string, namespace?: string) => ({
      name,
      cluster,
      namespace,
    });
    await documented(
      {
        entityRef: ref('a'),
        document: document({}, [
          at('staging', 'eu', 'shop'),
          at('production', 'us', 'shop'),
        ]),
      },
      { entityRef: ref('b'), document: document({}, [at('qa', 'eu', 'b')]) },
    );
    await expect(
      store.findEnvironments({ namespace: 'shop', cluster: 'us' }),
    ).resolves.toEqual([
      {
        entityRef: ref('a'),
        environment: 'production',
        cluster: 'us',
        namespace: 'shop',
      },
    ]);
    await documented({
      entityRef: ref('a'),
      document: document({}, [at('staging', undefined, 'shop')]),
    });
    await expect(
      store.findEnvironments({ namespace: 'shop' }),
    ).resolves.toEqual([
      { entityRef: ref('a'), environment: 'staging', namespace: 'shop' },
    ]);
    await store.remove([ref('a')]);
    await expect(
      store.findEnvironments({ namespace: 'shop' }),
    ).resolves.toEqual([]);
  });

  it('finds the selectors of entities with an environment at a place', async () => {
    const selecting = (name: string) =>
      componentEntity(name, {
        metadata: {
          annotations: {
            'backstage.io/kubernetes-label-selector': `app=${name}`,
          },
        },
      });
    await sync(...['a', 'b', 'c', 'd'].map(selecting), componentEntity('e'));
    const environment = (cluster?: string, namespace?: string) => ({
      name: 'production',
      cluster,
      namespace,
    });
    await documented(
      ...Object.entries({
        a: [environment('us', 'shop'), environment('EU')],
        b: [environment(undefined, 'shop')],
        c: [environment('us')],
        d: [environment('eu', 'other'), environment()],
        e: [environment('eu', 'shop')],
      }).map(([name, environments]) => ({
        entityRef: ref(name),
        document: document({}, environments),
      })),
    );
    const found = await store.findSelectors({
      cluster: 'eu',
      namespace: 'shop',
    });
    expect(found).toEqual([
      { entityRef: ref('a'), selector: 'app=a' },
      { entityRef: ref('b'), selector: 'app=b' },
    ]);
  });

  describe('owners', () => {
    // company > division > (team, sister), team > squad; and two in a circle.
    beforeEach(() =>
      sync(
        groupEntity('company'),
        groupEntity('division', 'company'),
        groupEntity('team', 'division'),
        groupEntity('sister', 'division'),
        groupEntity('squad', 'team'),
        groupEntity('snake', 'tail'),
        groupEntity('tail', 'snake'),
        componentEntity('shared', {
          owners: [group('other'), group('team'), 'user:default/ada'],
        }),
        componentEntity('circular', { owners: [group('snake')] }),
        componentEntity('nobodys'),
      ),
    );

    const owned = async (...values: string[]) => {
      const { items } = await store.find({
        filter: { key: 'ownershipClaim', values },
      });
      return items.map(({ name }) => name);
    };

    it('are owners by each of the owners, and by groups below one', async () => {
      await expect(owned(group('team'))).resolves.toEqual(['shared']);
      await expect(owned('USER:default/Ada')).resolves.toEqual(['shared']);
      await expect(owned(group('other'))).resolves.toEqual(['shared']);
      await expect(owned(group('squad'))).resolves.toEqual(['shared']);
    });

    it('are not those of a group above or beside the owner', async () => {
      for (const name of ['division', 'company', 'sister', 'nowhere']) {
        await expect(owned(group(name))).resolves.toEqual([]);
      }
      await expect(owned()).resolves.toEqual([]);
    });

    it('end in groups that contain each other', async () => {
      await expect(owned(group('tail'))).resolves.toEqual(['circular']);
      await expect(store.subtreeOfGroup(group('tail'))).resolves.toEqual([
        group('snake'),
        group('tail'),
      ]);
    });

    it('are the same to a filter and to a rule', async () => {
      const claims = [
        ...['company', 'division', 'team', 'sister', 'squad'].map(group),
        ...['snake', 'tail', 'other', 'nowhere'].map(group),
        'user:default/ada',
      ];
      const names = ['shared', 'circular', 'nobodys'];
      const resources = await store.getResources([
        ...names.map(ref),
        ref('gone'),
      ]);
      expect([...resources.keys()].sort()).toEqual(names.map(ref).sort());
      for (const claim of claims) {
        await expect(owned(claim)).resolves.toEqual(
          names
            .filter(name =>
              resources.get(ref(name))!.ownershipClaims.includes(claim),
            )
            .sort(),
        );
      }
    });

    it('roll up over the subtree of a group', async () => {
      await expect(store.subtreeOfGroup(group('division'))).resolves.toEqual(
        ['division', 'sister', 'squad', 'team'].map(group),
      );
      await expect(store.subtreeOfGroup(group('unknown'))).resolves.toEqual([
        group('unknown'),
      ]);
    });
  });

  it('filters by more references than a statement has bindings', async () => {
    await sync(componentEntity('a'), componentEntity('b'));
    const values = [
      ref('b'),
      ...Array.from({ length: 70_000 }, (_, index) => ref(`other-${index}`)),
    ];
    const { items } = await store.find({
      filter: { key: 'entityRef', values },
    });
    expect(items.map(({ name }) => name)).toEqual(['b']);
  });

  it('applies filter expressions', async () => {
    await sync(
      componentEntity('a', { partOf: ['system:default/s'] }),
      componentEntity('b', { metadata: { namespace: 'Other' } }),
      groupEntity('g'),
    );
    const names = async (filter: EntityFilter) =>
      (await store.find({ filter })).items.map(({ name }) => name);
    await expect(names({ allOf: [] })).resolves.toEqual(['a', 'b', 'g']);
    await expect(names({ anyOf: [] })).resolves.toEqual([]);
    await expect(
      names({ not: { key: 'kind', values: ['GROUP'] } }),
    ).resolves.toEqual(['a', 'b']);
    await expect(
      names({
        anyOf: [
          { key: 'system', values: ['System:default/s'] },
          { key: 'namespace', values: ['other'] },
        ],
      }),
    ).resolves.toEqual(['a', 'b']);
    await expect(
      store.matches(ref('a'), { key: 'kind', values: ['group'] }),
    ).resolves.toBe(false);
    await expect(store.matches(ref('a'), { allOf: [] })).resolves.toBe(true);
    await expect(store.matches(ref('gone'), { allOf: [] })).resolves.toBe(
      false,
    );
  });

  it('holds in a scope what the pure matcher does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entityArbitrary, { minLength: 1, maxLength: 8 }),
        fc.array(scopeArbitrary, { minLength: 1, maxLength: 6 }),
        async (made, scopes) => {
          const { items: old } = await store.find({ limit: 500 });
          await store.remove(old.map(({ entityRef }) => entityRef));
          const entities = made.map((each, index) => each.of(`e${index}`));
          await sync(
            ...entities,
            componentEntity('s1', {
              kind: 'System',
              partOf: ['domain:default/d1'],
            }),
            componentEntity('s2', { kind: 'System' }),
          );
          const mirrored = entities.map(toMirroredEntity);
          await documented(
            ...made.map(({ tier }, index) => ({
              entityRef: mirrored[index].entityRef,
              document: document(tier ? { tier } : {}),
            })),
          );
          const { items: all } = await store.find({ limit: 500 });
          for (const each of scopes) {
            const { items } = await store.find({ scope: each, limit: 500 });
            expect(items.map(({ entityRef }) => entityRef)).toEqual(
              all
                .filter(one => matchesScope(one, each))
                .map(({ entityRef }) => entityRef),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

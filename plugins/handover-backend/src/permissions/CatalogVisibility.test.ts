import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogVisibility } from './CatalogVisibility';

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'Default' },
});
const ENTITIES = [
  entity('Component', 'Orders'),
  entity('API', 'orders-api'),
  entity('Group', 'shop'),
];
const ANN = mockCredentials.user('user:default/ann');

function setUp() {
  const full = catalogServiceMock({ entities: ENTITIES });
  const catalog = catalogServiceMock.mock({
    getEntityByRef: (ref, options) => full.getEntityByRef(ref, options),
    queryEntities: (request, options) => full.queryEntities(request, options),
    streamEntities: (request, options) => full.streamEntities(request, options),
  });
  const stored = new Map<string, unknown>();
  const cache = mockServices.cache.mock({
    get: jest.fn(async key => stored.get(key)) as never,
    set: jest.fn(async (key, value) => void stored.set(key, value)),
  });
  const visibility = CatalogVisibility.create({
    catalog,
    cache,
    kinds: ['component', 'api'],
  });
  return { visibility, catalog, cache };
}

it('knows what the catalog shows the caller', async () => {
  const { visibility, catalog } = setUp();
  expect(await visibility.isVisible('component:default/orders', ANN)).toBe(
    true,
  );
  expect(await visibility.isVisible('component:default/none', ANN)).toBe(false);
  expect(catalog.getEntityByRef).toHaveBeenCalledWith(
    'component:default/orders',
    { credentials: ANN },
  );
});

it('lists the entities that can have a handover, in lower case', async () => {
  const { visibility, catalog } = setUp();
  expect(await visibility.visibleRefs('user:default/ann', ANN)).toEqual([
    'component:default/orders',
    'api:default/orders-api',
  ]);
  expect(catalog.streamEntities).toHaveBeenCalledWith(expect.anything(), {
    credentials: ANN,
  });
});

it('asks the catalog once in half a minute for each caller', async () => {
  const { visibility, catalog, cache } = setUp();
  const first = await visibility.visibleRefs('user:default/ann', ANN);
  expect(await visibility.visibleRefs('user:default/ann', ANN)).toEqual(first);
  expect(catalog.streamEntities).toHaveBeenCalledTimes(1);
  expect(cache.set).toHaveBeenCalledWith(expect.anything(), first, {
    ttl: 30_000,
  });

  const bob = mockCredentials.user('user:default/bob');
  await visibility.visibleRefs('user:default/bob', bob);
  expect(catalog.streamEntities).toHaveBeenLastCalledWith(expect.anything(), {
    credentials: bob,
  });
});

it('asks for no more of each entity than its reference', async () => {
  const { visibility, catalog } = setUp();
  await visibility.visibleRefs('user:default/ann', ANN);
  const [request] = catalog.streamEntities.mock.calls[0];
  expect(request?.fields).toEqual([
    'kind',
    'metadata.namespace',
    'metadata.name',
  ]);
});

import type {
  AlertProvider,
  ProvidedAlert,
} from '@backstage-handover/plugin-handover-node';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { component } from '../__testUtils__/startHandoverBackend';
import { ProviderRegistry } from '../ProviderRegistry';
import { AlertReader } from './AlertReader';

const ORDERS = 'component:default/orders';

const down: ProvidedAlert = {
  id: '1',
  name: 'Down',
  since: '2026-11-29T01:00:00.000Z',
  labels: {},
};

function createReader(fetch: () => Promise<ProvidedAlert[]>) {
  const registry = ProviderRegistry.create<AlertProvider>('alert provider');
  registry.add({ id: 'pager', title: 'Pager', appliesTo: () => true, fetch });
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async () => component('orders'),
  });
  const reader = AlertReader.create({
    registry,
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    config: { maxAgeMs: 15_000, timeoutMs: 5_000 },
  });
  return { reader, catalog };
}

it('asks once for all who wait', async () => {
  const fetch = jest.fn(async () => [down]);
  const { reader, catalog } = createReader(fetch);
  const [first, ...others] = await Promise.all([
    reader.read(ORDERS),
    reader.read(ORDERS),
    reader.read(ORDERS),
  ]);
  expect(first[0].alerts).toEqual([{ ...down, provider: 'pager' }]);
  expect(others).toEqual([first, first]);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(catalog.getEntityByRef).toHaveBeenCalledTimes(1);
});

it('keeps nothing when the catalog cannot be read', async () => {
  const { reader, catalog } = createReader(async () => [down]);
  catalog.getEntityByRef.mockRejectedValueOnce(new Error('no catalog'));
  await expect(reader.read(ORDERS)).rejects.toThrow('no catalog');
  await expect(reader.read(ORDERS)).resolves.toHaveLength(1);
});

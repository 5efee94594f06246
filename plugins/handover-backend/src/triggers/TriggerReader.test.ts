import type { MetricsSource } from '@backstage-handover/plugin-handover-node';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { component } from '../__testUtils__/startHandoverBackend';
import { ProviderRegistry } from '../ProviderRegistry';
import { DefaultTriggersService } from './DefaultTriggersService';
import { TriggerReader } from './TriggerReader';

const ORDERS = 'component:default/orders';

const triggers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    text: `Trigger ${index}`,
    query: `query${index}`,
    above: 1,
  }));

function createReader(queryRange: MetricsSource['queryRange']) {
  const registry = ProviderRegistry.create<MetricsSource>('source of metrics');
  registry.add({
    id: 'main',
    title: 'Prometheus',
    appliesTo: () => true,
    queryRange,
  });
  return TriggerReader.create({
    registry,
    catalog: catalogServiceMock.mock({
      getEntityByRef: async () => component('orders'),
    }),
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    config: { maxAgeMs: 15_000, timeoutMs: 5_000 },
  });
}

it('takes no longer for many queries than for one, and aborts them', async () => {
  jest.useFakeTimers();
  try {
    const signals: AbortSignal[] = [];
    const reader = createReader(({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    const settled = jest.fn();
    reader.read(ORDERS, triggers(20)).then(settled, settled);
    await jest.advanceTimersByTimeAsync(5_100);
    expect(settled).toHaveBeenCalledWith(
      expect.objectContaining({
        sources: [
          expect.objectContaining({
            status: 'failing',
            message: 'Prometheus did not answer within 5 seconds',
          }),
        ],
      }),
    );
    expect(signals.filter(({ aborted }) => !aborted)).toEqual([]);
  } finally {
    jest.useRealTimers();
  }
});

it('evaluates triggers if the last deployment cannot be read', async () => {
  const logger = mockServices.logger.mock();
  const service = DefaultTriggersService.create({
    reader: createReader(async () => []),
    documents: {
      getDocument: async () =>
        ({
          document: {
            apiVersion: 'handover.dev/v1',
            kind: 'Handover',
            rollback: { triggers: triggers(1) },
          },
        } as never),
      getEnvironments: async () => [],
    },
    delivery: {
      getPromotion: async () => {
        throw new Error('no database');
      },
    },
    environments: Environments.builtIn(),
    logger,
  });
  const answer = await service.getTriggers(ORDERS, {
    credentials: {} as never,
  });
  expect(answer.items).toMatchObject([{ state: 'unknown', reason: 'noData' }]);
  expect(answer).not.toHaveProperty('watch');
  expect(logger.warn).toHaveBeenCalledWith(
    `The last deployment of '${ORDERS}' could not be read`,
    expect.objectContaining({ message: 'no database' }),
  );
});

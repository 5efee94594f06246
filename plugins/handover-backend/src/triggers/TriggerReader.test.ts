import {
  type MetricsSource,
  RejectedQueryError,
} from '@backstage-handover/plugin-handover-node';
import type {
  DeploymentOutcome,
  PromotionPath,
} from '@backstage-handover/plugin-handover-common';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { component } from '../__testUtils__/startHandoverBackend';
import { ProviderRegistry } from '../ProviderRegistry';
import { DefaultTriggersService } from './DefaultTriggersService';
import { TriggerReader } from './TriggerReader';

const ORDERS = 'component:default/orders';
const BILLING = 'component:default/billing';

const triggers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    text: `Trigger ${index}`,
    query: `query${index}`,
    above: 1,
  }));

function createReader(
  queryRange: MetricsSource['queryRange'],
  logger = mockServices.logger.mock(),
) {
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
    logger,
    config: { maxAgeMs: 15_000, timeoutMs: 5_000 },
  });
}

it('takes no longer for many queries than for one, and aborts them', async () => {
  jest.useFakeTimers();
  try {
    const signals: AbortSignal[] = [];
    const logger = mockServices.logger.mock();
    const reader = createReader(({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    }, logger);
    const read = Promise.all([
      reader.read(ORDERS, triggers(20)),
      // Another entity waits for the same source.
      reader.read(BILLING, triggers(1)),
    ]);
    await jest.advanceTimersByTimeAsync(5_100);
    const [orders, billing] = await read;
    expect(orders.sources).toMatchObject([
      {
        status: 'failing',
        message: 'Prometheus did not answer within 5 seconds',
      },
    ]);
    const noTime =
      'Prometheus was not queried, because earlier queries took all the time';
    expect(orders.items.at(-1)?.message).toBe(noTime);
    expect(billing.items[0].message).toBe(noTime);
    // What there is no time for is not asked, and each reason is logged once.
    expect(signals.map(({ aborted }) => aborted)).toEqual(Array(8).fill(true));
    expect(logger.warn).toHaveBeenCalledTimes(3);
  } finally {
    jest.useRealTimers();
  }
});

it('is only failing for what is not about a query', async () => {
  const read = async (...errors: Error[]) => {
    const reader = createReader(async ({ query }) => {
      throw errors[Number(query.slice('query'.length))];
    });
    const { sources } = await reader.read(ORDERS, triggers(errors.length));
    return sources[0];
  };
  const rejected = new RejectedQueryError('Prometheus rejects the query: a');
  expect(await read(rejected)).toMatchObject({ status: 'ok' });
  expect(await read(rejected, new Error('Prometheus is down'))).toMatchObject({
    status: 'failing',
    message: 'Prometheus is down',
  });
});

const createService = (
  getPromotion: () => Promise<Pick<PromotionPath, 'environments'>>,
  logger = mockServices.logger.mock(),
) =>
  DefaultTriggersService.create({
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
    delivery: { getPromotion: getPromotion as never },
    environments: Environments.builtIn(),
    logger,
  });

it('evaluates triggers if the last deployment cannot be read', async () => {
  const logger = mockServices.logger.mock();
  const service = createService(async () => {
    throw new Error('no database');
  }, logger);
  const answer = await service.getTriggers(ORDERS, {
    credentials: {} as never,
  });
  expect(answer.items).toMatchObject([{ state: 'unknown', reason: 'noData' }]);
  expect(answer).not.toHaveProperty('watch');
  expect(answer.watchUnknown).toBe(true);
  expect(logger.warn).toHaveBeenCalledWith(
    `The last deployment of '${ORDERS}' could not be read`,
    expect.objectContaining({ message: 'no database' }),
  );
});

it('watches an attempt only if the release in place is no longer watched', async () => {
  const deployed = (minutesAgo: number, outcome: DeploymentOutcome) => ({
    id: outcome,
    provider: 'jenkins',
    environment: 'production',
    at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    artifact: { name: 'orders', version: outcome },
    outcome,
  });
  const watchAfter = async (minutesAgo: number, outcome: DeploymentOutcome) => {
    const service = createService(async () => ({
      environments: [
        {
          name: 'production',
          deployment: deployed(minutesAgo, 'succeeded'),
          attempt: deployed(1, outcome),
        },
      ],
    }));
    const { watch } = await service.getTriggers(ORDERS, {
      credentials: {} as never,
    });
    return watch && [watch.version, watch.outcome];
  };
  expect(await watchAfter(5, 'failed')).toEqual(['succeeded', undefined]);
  expect(await watchAfter(5, 'rolledBack')).toEqual(['succeeded', undefined]);
  expect(await watchAfter(90, 'failed')).toEqual(['failed', 'failed']);
  expect(await watchAfter(90, 'running')).toEqual(['running', 'running']);
  expect(await watchAfter(90, 'rolledBack')).toBeUndefined();
});

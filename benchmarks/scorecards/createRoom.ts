import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { ScorecardInput } from '@backstage-handover/plugin-handover-common/scorecards';
import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import { DatabaseDeliveryStore } from '../../plugins/handover-backend/src/delivery/store';
import { DatabaseDocumentStore } from '../../plugins/handover-backend/src/documents/store';
import { DatabaseEntityStore } from '../../plugins/handover-backend/src/entities/store';
import { DatabaseDomainEventStore } from '../../plugins/handover-backend/src/events';
import { DatabaseWorkQueue } from '../../plugins/handover-backend/src/queue';
import { ActiveScorecards } from '../../plugins/handover-backend/src/scorecards/ActiveScorecards';
import { createDefinitionStore } from '../../plugins/handover-backend/src/scorecards/createDefinitionStore';
import { EvaluationHandler } from '../../plugins/handover-backend/src/scorecards/EvaluationHandler';
import {
  catalogFactSource,
  deliveryFactSource,
  documentFactSource,
} from '../../plugins/handover-backend/src/scorecards/facts/builtInSources';
import { FactReader } from '../../plugins/handover-backend/src/scorecards/facts/FactReader';
import { InputReader } from '../../plugins/handover-backend/src/scorecards/InputReader';
import { PlanRunner } from '../../plugins/handover-backend/src/scorecards/planning/PlanRunner';
import { ScorecardEvaluator } from '../../plugins/handover-backend/src/scorecards/ScorecardEvaluator';
import {
  DatabaseScorecardStore,
  SCORECARDS_TOPIC,
} from '../../plugins/handover-backend/src/scorecards/store';
import { DatabaseExemptionStore } from '../../plugins/handover-backend/src/scorecards/store/exemptions';
import { DatabaseInitiativeStore } from '../../plugins/handover-backend/src/scorecards/store/initiatives';

const DAY_MS = 24 * 3_600_000;

/** The defaults of the configuration. */
const CONFIG = {
  handoverReady: false,
  definitions: [],
  locations: [],
  refreshMs: DAY_MS,
  intervalMs: DAY_MS,
  frequencyMs: DAY_MS,
  batchSize: 1_000,
  timeoutMs: 30_000,
  historyRetentionMs: 400 * DAY_MS,
};

/**
 * The scorecards of the plugin as `createScorecards` puts them together, but
 * nothing happens by itself.
 *
 * @param options.afterBatch - is called while a batch is in memory
 */
export async function createRoom(options: {
  database: DatabaseService;
  logger: LoggerService;
  afterBatch: () => void;
}) {
  const { database, logger, afterBatch } = options;
  const entities = await DatabaseEntityStore.create({ database });
  const queue = await DatabaseWorkQueue.create({ database });
  const outbox = await DatabaseDomainEventStore.create({ database });
  const documents = await DatabaseDocumentStore.create({
    database,
    queue,
    outbox,
  });
  const delivery = await DatabaseDeliveryStore.create({ database, outbox });
  const store = await DatabaseScorecardStore.create({
    database,
    queue,
    outbox,
  });
  const facts = FactReader.create({
    sources: [
      catalogFactSource({ entities }),
      documentFactSource({ documents }),
      deliveryFactSource({ delivery, environments: Environments.builtIn() }),
    ],
    logger,
    timeoutMs: CONFIG.timeoutMs,
  });
  const definitions = await createDefinitionStore({ database });
  const scorecards = ActiveScorecards.create({
    store: definitions,
    facts: facts.schema,
    logger,
  });
  const inputs = InputReader.create({
    facts,
    store,
    exemptions: await DatabaseExemptionStore.create({
      database,
      queue,
      outbox,
    }),
  });
  const initiatives = await DatabaseInitiativeStore.create({
    database,
    queue,
  });
  const handler = EvaluationHandler.create({
    queue,
    store,
    scorecards,
    entities,
    documents,
    inputs,
    initiatives,
    intervalMs: CONFIG.intervalMs,
  });
  const evaluator = ScorecardEvaluator.create({
    queue,
    store,
    exemptions: { endAll: async () => {} },
    initiatives,
    handler: {
      claim: (...args) => handler.claim(...args),
      work: (...args) => handler.work(...args),
      record: async (...args) => {
        afterBatch();
        await handler.record(...args);
      },
    } satisfies Pick<
      EvaluationHandler,
      'claim' | 'work' | 'record'
    > as EvaluationHandler,
    entities: { observe: () => {} },
    kinds: ['component'],
    logger,
    config: CONFIG as never,
  });
  const plans = PlanRunner.create({
    store,
    scorecards,
    inputs: {
      read: async (...args) => {
        const read = await inputs.read(...args);
        afterBatch();
        return read;
      },
    } satisfies Pick<InputReader, 'read'> as unknown as InputReader,
    facts: facts.schema,
    kinds: ['component'],
    entities,
  });

  return {
    facts,
    entities,
    store,
    /** Makes every entity due for the first time. */
    addAll: async (refs: readonly string[]) => {
      const dueAt = new Date();
      await queue.add(
        SCORECARDS_TOPIC,
        refs.map(key => ({ key, dueAt })),
      );
    },
    putInForce: (definition: ScorecardInput) =>
      definitions.replace('', [
        {
          name: definition.metadata.name,
          version: createHash('sha256')
            .update(JSON.stringify(definition))
            .digest('hex'),
          definition,
        },
      ]),
    evaluateDue: () => evaluator.evaluateDue(),
    /** As after a change to a scorecard. */
    evaluateAll: async () => {
      await evaluator.evaluateAll();
      await evaluator.evaluateDue();
    },
    plan: async (definition: ScorecardInput) => {
      // JSON is YAML.
      const yaml = JSON.stringify(definition);
      const { plan, problems } = await plans.plan({ yaml }, {});
      if (!plan) {
        throw new Error(`Invalid scorecard: ${JSON.stringify(problems)}`);
      }
      return plan;
    },
  };
}

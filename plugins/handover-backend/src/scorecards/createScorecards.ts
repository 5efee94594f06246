import {
  HANDOVER_READY,
  parseScorecard,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { FactSource } from '@backstage-handover/plugin-handover-node';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LifecycleService,
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { DeliveryFactReader } from '../delivery/DeliveryFactReader';
import { DefinitionSync } from '../definitions';
import type { DocumentFactReader } from '../documents/DocumentFactReader';
import type { EntitiesService } from '../entities/EntitiesService';
import type { DomainEventOutbox } from '../events';
import type { GateFactReader } from '../gate/GateFactReader';
import type { KubernetesFactReader } from '../kubernetes/KubernetesFactReader';
import type { LinkFactReader } from '../links/LinkFactReader';
import type { NotificationOutbox } from '../notifications';
import type { WorkQueue } from '../queue';
import { ActiveScorecards } from './ActiveScorecards';
import { BadgeSigner } from './badges/BadgeSigner';
import type { BadgesService } from './badges/BadgesService';
import { DefaultBadgesService } from './badges/DefaultBadgesService';
import { SignedBadges } from './badges/SignedBadges';
import type { ScorecardsConfig } from './config';
import { DefaultScorecardsService } from './DefaultScorecardsService';
import { EvaluationHandler } from './EvaluationHandler';
import { createDefinitionStore } from './createDefinitionStore';
import { DefaultExemptionsService } from './exemptions/DefaultExemptionsService';
import type { ExemptionsService } from './exemptions/ExemptionsService';
import { DefaultInitiativesService } from './initiatives/DefaultInitiativesService';
import type { InitiativesService } from './initiatives/InitiativesService';
import { DatabaseExemptionStore } from './store/exemptions';
import { DatabaseInitiativeStore } from './store/initiatives';
import {
  catalogFactSource,
  deliveryFactSource,
  documentFactSource,
  linkFactSource,
} from './facts/builtInSources';
import { gateFactSource } from './facts/gateFactSource';
import { kubernetesFactSource } from './facts/kubernetesFactSource';
import { FactReader } from './facts/FactReader';
import { FleetLevels } from './FleetLevels';
import { InputReader } from './InputReader';
import { LevelReader } from './LevelReader';
import { ExemptionNotices } from './notices/ExemptionNotices';
import { InitiativeNotices } from './notices/InitiativeNotices';
import { LevelNotices } from './notices/LevelNotices';
import { OpenCheckReader } from './openChecks/OpenCheckReader';
import { PlanRunner } from './planning/PlanRunner';
import { ScorecardEvaluator } from './ScorecardEvaluator';
import { ScorecardRetention } from './ScorecardRetention';
import type { ScorecardsService } from './ScorecardsService';
import { scorecardKind } from './scorecardKind';
import { DatabaseScorecardStore } from './store';

/**
 * Puts scorecards together, and schedules their evaluation.
 *
 * @throws Error that names what is wrong with a scorecard in the configuration,
 *   or with a source of facts.
 */
export async function createScorecards(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
  queue: WorkQueue;
  entities: Pick<
    EntitiesService,
    'find' | 'getMany' | 'listKnown' | 'observe' | 'subtreeOfGroup'
  >;
  documents: DocumentFactReader;
  decisions: GateFactReader;
  delivery: DeliveryFactReader;
  /** Absent if no links are checked. */
  links?: LinkFactReader;
  /** If clusters are not read, its facts are missing and say why. */
  kubernetes: KubernetesFactReader;
  environments: Environments;
  outbox: DomainEventOutbox;
  auth: AuthService;
  /** Absent if notifications are switched off. */
  notices?: NotificationOutbox;
  discovery: DiscoveryService;
  /** Those of other modules. */
  factSources: readonly FactSource[];
  kinds: readonly string[];
  urlReader: UrlReaderService;
  events: EventsService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  config: ScorecardsConfig;
}): Promise<{
  scorecards: ScorecardsService;
  exemptions: ExemptionsService;
  initiatives: InitiativesService;
  badges: BadgesService;
  signedBadges: SignedBadges;
  levels: LevelReader;
  fleetLevels: FleetLevels;
}> {
  const { config, logger, scheduler } = options;
  const store = await DatabaseScorecardStore.create(options);
  const exemptions = await DatabaseExemptionStore.create(options);
  const initiatives = await DatabaseInitiativeStore.create(options);
  const facts = FactReader.create({
    sources: [
      catalogFactSource(options),
      documentFactSource(options),
      deliveryFactSource(options),
      gateFactSource(options),
      linkFactSource(options),
      kubernetesFactSource(options),
      ...options.factSources,
    ],
    logger,
    timeoutMs: config.timeoutMs,
  });
  const definitions = await createDefinitionStore(options);
  const scorecards = ActiveScorecards.create({
    store: definitions,
    facts: facts.schema,
    logger,
  });
  const inputs = InputReader.create({ facts, store, exemptions });
  const sync = DefinitionSync.create({
    ...options,
    kind: scorecardKind(facts.schema),
    builtIn: config.handoverReady
      ? [parseScorecard(HANDOVER_READY, facts.schema).definition!]
      : [],
    store: definitions,
  });
  const evaluator = ScorecardEvaluator.create({
    ...options,
    store,
    exemptions,
    initiatives,
    handler: EvaluationHandler.create({
      ...options,
      store,
      initiatives,
      scorecards,
      inputs,
      intervalMs: config.intervalMs,
    }),
  });

  if (await sync.syncConfig()) {
    await evaluator.evaluateAll();
  }
  await evaluator.start(options);
  await ScorecardRetention.create({
    store,
    exemptions,
    initiatives,
    config,
  }).start(options);
  if (config.locations.length > 0) {
    await scheduler.scheduleTask({
      id: 'handover-scorecards-locations',
      scope: 'global',
      frequency: { milliseconds: config.refreshMs },
      timeout: { minutes: 10 },
      fn: async signal => {
        if (await sync.syncLocations({ signal })) {
          await evaluator.evaluateAll();
        }
      },
    });
  }
  if (options.notices) {
    const shared = { ...options, outbox: options.notices, scorecards };
    await ExemptionNotices.create({ ...shared, store: exemptions }).start(
      options,
    );
    await LevelNotices.create({ ...shared, store }).start(options);
    await InitiativeNotices.create({ ...shared, store: initiatives }).start(
      options,
    );
  }
  const levels = LevelReader.create({
    ...options,
    store,
    scorecards,
    exemptions,
    intervalMs: config.intervalMs,
  });
  const signer = BadgeSigner.create(config.badges);
  return {
    scorecards: DefaultScorecardsService.create({
      ...options,
      store,
      definitions,
      scorecards,
      initiatives,
      facts: facts.schema,
      hasBadges: config.badges.secrets.length > 0,
      openChecks: OpenCheckReader.create({ store, scorecards, exemptions }),
      plans: PlanRunner.create({
        ...options,
        store,
        scorecards,
        inputs,
        facts: facts.schema,
      }),
    }),
    exemptions: DefaultExemptionsService.create({
      ...options,
      store: exemptions,
      results: store,
      scorecards,
      config: config.exemptions,
    }),
    initiatives: DefaultInitiativesService.create({
      ...options,
      store: initiatives,
      scorecards,
      evaluateSoon: () => void evaluator.evaluateDue(),
    }),
    fleetLevels: FleetLevels.create({ store, scorecards }),
    badges: DefaultBadgesService.create({ ...options, signer, levels }),
    signedBadges: SignedBadges.create({ signer, scorecards, levels }),
    levels,
  };
}

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { openapi } from '@backstage-handover/plugin-handover-common/api';
import {
  type AlertProvider,
  alertProvidersExtensionPoint,
  gateExtensionPoint,
  type MetricsSource,
  metricsSourcesExtensionPoint,
  type OnCallProvider,
  onCallProvidersExtensionPoint,
  type PipelineProvider,
  pipelineProvidersExtensionPoint,
  type FactSource,
  scorecardsExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { BoundedCache, BoundedCatalog, BoundedPermissions } from './backends';
import { createAdmission } from './admission/createAdmission';
import { AlertReader } from './alerts/AlertReader';
import { AuthorizedAlertsService } from './alerts/AuthorizedAlertsService';
import { DefaultAlertsService } from './alerts/DefaultAlertsService';
import { EVENTS_PROVIDER } from './delivery/store';
import { registerActions } from './actions/registerActions';
import { AuthorizedDocumentsService } from './documents/AuthorizedDocumentsService';
import { AuthorizedCalendarsService } from './calendars/AuthorizedCalendarsService';
import { createCalendars } from './calendars/createCalendars';
import { createDocumentChecker } from './documents/createDocumentChecker';
import { createDocumentRefresher } from './documents/createDocumentRefresher';
import { DefaultDocumentsService } from './documents/DefaultDocumentsService';
import { LaterLevelSource } from './documents/LevelSource';
import { StaleNotices } from './documents/notices/StaleNotices';
import { HistoryRecorder } from './documents/HistoryRecorder';
import { DatabaseDocumentStore } from './documents/store';
import { createEntities } from './entities/createEntities';
import { createConditions } from './enforcement/createConditions';
import { AuthorizedDeliveryService } from './delivery/AuthorizedDeliveryService';
import { createDelivery } from './delivery/createDelivery';
import { DatabaseDomainEventStore, EventRelay } from './events';
import { AuthorizedGateService } from './gate/AuthorizedGateService';
import { ContributorRunner } from './gate/contributors/ContributorRunner';
import { GateContributors } from './gate/contributors/GateContributors';
import { GateInputs } from './gate/contributors/GateInputs';
import { createDecisions } from './gate/createDecisions';
import { DefaultGateService } from './gate/DefaultGateService';
import { EntityCalendarSource } from './gate/EntityCalendarSource';
import { createKubernetes } from './kubernetes/createKubernetes';
import { createLinks } from './links/createLinks';
import { AuthorizedScorecardsService } from './scorecards/AuthorizedScorecardsService';
import { AuthorizedBadgesService } from './scorecards/badges/AuthorizedBadgesService';
import { AuthorizedExemptionsService } from './scorecards/exemptions/AuthorizedExemptionsService';
import { AuthorizedInitiativesService } from './scorecards/initiatives/AuthorizedInitiativesService';
import { createScorecards } from './scorecards/createScorecards';
import { SCORECARDS_TOPIC } from './scorecards/store';
import { createNotifications } from './notifications';
import { AuthorizedOnCallService } from './oncall/AuthorizedOnCallService';
import { DefaultOnCallService } from './oncall/DefaultOnCallService';
import { DatabaseOnCallPageStore } from './oncall/store';
import { AuthorizedOverridesService } from './overrides/AuthorizedOverridesService';
import { createOverrides } from './overrides/createOverrides';
import { CatalogVisibility } from './permissions/CatalogVisibility';
import { HandoverAuthorizer } from './permissions/HandoverAuthorizer';
import { registerPermissions } from './permissions/registerPermissions';
import { handoverDocumentResourceRef } from './permissions/rules';
import { SharedDecisions } from './permissions/SharedDecisions';
import { readHandoverConfig } from './readHandoverConfig';
import { DatabaseWorkQueue, type InTransaction } from './queue';
import { publicPaths, readRoutes } from './openapi/routes';
import { UnauthenticatedRequests } from './openapi/UnauthenticatedRequests';
import { ProviderRegistry } from './ProviderRegistry';
import { createRouter } from './router';
import { AuthorizedTriggersService } from './triggers/AuthorizedTriggersService';
import { DefaultTriggersService } from './triggers/DefaultTriggersService';
import { TriggerReader } from './triggers/TriggerReader';

/**
 * The backend of Handover: documents, the gate, delivery, alerts, rollback
 * triggers and who is on call.
 *
 * @public
 */
export const handoverPlugin = createBackendPlugin({
  pluginId: 'handover',
  register(env) {
    const registry = ProviderRegistry.create<PipelineProvider>(
      'pipeline provider',
      { reserved: [EVENTS_PROVIDER.id] },
    );
    // One for each module, so that what one does wrong is its own failure.
    env.registerExtensionPoint({
      extensionPoint: pipelineProvidersExtensionPoint,
      factory: () => ({
        addProvider: provider => registry.add(provider),
      }),
    });

    const alertProviders =
      ProviderRegistry.create<AlertProvider>('alert provider');
    env.registerExtensionPoint({
      extensionPoint: alertProvidersExtensionPoint,
      factory: () => ({
        addProvider: provider => alertProviders.add(provider),
      }),
    });

    const metricsSources =
      ProviderRegistry.create<MetricsSource>('source of metrics');
    env.registerExtensionPoint({
      extensionPoint: metricsSourcesExtensionPoint,
      factory: () => ({
        addSource: source => metricsSources.add(source),
      }),
    });

    const onCallRegistry =
      ProviderRegistry.create<OnCallProvider>('on-call provider');
    env.registerExtensionPoint({
      extensionPoint: onCallProvidersExtensionPoint,
      factory: () => ({
        addProvider: provider => onCallRegistry.add(provider),
      }),
    });

    const contributors = GateContributors.create();
    env.registerExtensionPoint({
      extensionPoint: gateExtensionPoint,
      factory: () => ({
        addCalendarSource: source => contributors.addCalendarSource(source),
        addCondition: condition => contributors.addCondition(condition),
        addOverrideSource: source => contributors.addOverrideSource(source),
      }),
    });

    const factSources: FactSource[] = [];
    env.registerExtensionPoint({
      extensionPoint: scorecardsExtensionPoint,
      factory: () => ({
        addFactSource: source => factSources.push(source),
      }),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({
        actionsRegistry,
        auditor,
        auth,
        cache: cacheService,
        catalog: catalogService,
        config,
        database,
        discovery,
        events,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        metrics,
        notifications,
        permissions: permissionsService,
        permissionsRegistry,
        scheduler,
        urlReader,
      }) {
        const {
          admission: admissionConfig,
          alerts: alertsConfig,
          backends: { timeoutMs },
          calendars: calendarsConfig,
          documents: documentsConfig,
          entities: entitiesConfig,
          delivery: deliveryConfig,
          environments,
          events: eventsConfig,
          gate: gateConfig,
          kubernetes: kubernetesConfig,
          links: linksConfig,
          notifications: notificationsConfig,
          onCall: onCallConfig,
          overrides: overridesConfig,
          scorecards: scorecardsConfig,
          triggers: triggersConfig,
        } = readHandoverConfig({ config, logger });
        const catalog = BoundedCatalog.create({
          catalog: catalogService,
          timeoutMs,
        });
        const permissions = BoundedPermissions.create({
          permissions: permissionsService,
          timeoutMs,
        });
        const cache = BoundedCache.create({ cache: cacheService, timeoutMs });

        const { entities, schedule } = await createEntities({
          database,
          catalog,
          auth,
          logger,
          metrics,
          config: entitiesConfig,
        });
        const queue = await DatabaseWorkQueue.create({ database });
        const domainEvents = await DatabaseDomainEventStore.create({
          database,
        });
        const store = await DatabaseDocumentStore.create({
          database,
          queue,
          outbox: domainEvents,
        });
        await EventRelay.create({
          store: domainEvents,
          events,
          logger,
          config: eventsConfig,
        }).start({ scheduler, lifecycle });
        const check = createDocumentChecker({
          ...documentsConfig,
          environments,
          lifecycle,
        });
        const refresher = createDocumentRefresher({
          store,
          queue,
          check,
          config,
          entities,
          urlReader,
          metrics,
          logger,
        });
        await refresher.start({ scheduler, lifecycle, events });
        await schedule.start({ scheduler, lifecycle });
        await HistoryRecorder.create({
          store,
          logger,
          config: documentsConfig.history,
        }).start({ scheduler });

        const notices = await createNotifications({
          database,
          queue,
          notifications,
          scheduler,
          lifecycle,
          logger,
          config: notificationsConfig,
        });
        if (notices) {
          await StaleNotices.create({ store, outbox: notices }).start({
            scheduler,
          });
        }

        const documentLevels = new LaterLevelSource();
        const documents = DefaultDocumentsService.create({
          store,
          refresher,
          entities,
          check,
          auth,
          levels: documentLevels,
        });
        registerPermissions({ permissionsRegistry, entities });
        const authorizer = HandoverAuthorizer.create({
          permissions: SharedDecisions.create({ permissions, auth }),
          auth,
          entities,
          catalogVisibility: CatalogVisibility.create({
            catalog,
            cache,
            kinds: documentsConfig.kinds,
          }),
          toFilter: createConditionTransformer(
            permissionsRegistry.getPermissionRuleset(
              handoverDocumentResourceRef,
            ),
          ),
        });

        const decisions = await createDecisions({
          database,
          outbox: domainEvents,
          scheduler,
        });
        const companyCalendars = await createCalendars({
          database,
          entities,
          environments,
          kinds: documentsConfig.kinds,
          urlReader,
          scheduler,
          logger,
          config: calendarsConfig,
        });
        if (companyCalendars.source) {
          contributors.addBuiltInCalendarSource(companyCalendars.source);
        }

        const gate = DefaultGateService.create({
          documents,
          inputs: GateInputs.create({
            contributors,
            own: EntityCalendarSource.create({
              appBaseUrl: config.getOptionalString('app.baseUrl'),
            }),
            runner: ContributorRunner.create({
              timeoutMs: gateConfig.timeoutMs,
              logger,
              metrics,
            }),
          }),
          environments,
          catalog,
          auth,
          decisions,
          metrics,
        });

        const { overrides, source } = await createOverrides({
          database,
          outbox: domainEvents,
          entities,
          gate,
          environments,
          auth,
          notices,
          events,
          scheduler,
          config: overridesConfig,
        });
        contributors.addBuiltInOverrideSource(source);

        const markChanged = async (
          entityRefs: string[],
          transaction: InTransaction,
        ) => {
          await queue.markDue(SCORECARDS_TOPIC, entityRefs, transaction);
        };
        const kubernetes = await createKubernetes({
          database,
          queue,
          entities,
          kinds: documentsConfig.kinds,
          markChanged,
          auth,
          discovery,
          scheduler,
          lifecycle,
          logger,
          config: kubernetesConfig,
        });
        const {
          delivery,
          eventsReceiver,
          facts: deliveryFacts,
          starts,
        } = await createDelivery({
          database,
          queue,
          outbox: domainEvents,
          kinds: documentsConfig.kinds,
          documents,
          registry,
          config: deliveryConfig,
          clusters: kubernetes.facts,
          environments,
          catalog,
          auth,
          entities,
          permissions,
          cache,
          scheduler,
          lifecycle,
          logger,
        });
        await kubernetes.start(starts);

        const links = await createLinks({
          database,
          queue,
          entities,
          documents: store,
          markChanged,
          scheduler,
          lifecycle,
          logger,
          config: linksConfig,
        });
        const {
          scorecards,
          exemptions,
          initiatives,
          badges,
          signedBadges,
          levels,
          fleetLevels,
        } = await createScorecards({
          database,
          discovery,
          queue,
          entities,
          documents: store,
          decisions,
          delivery: deliveryFacts,
          links,
          kubernetes: kubernetes.facts,
          environments,
          factSources,
          outbox: domainEvents,
          auth,
          notices,
          kinds: documentsConfig.kinds,
          urlReader,
          events,
          scheduler,
          lifecycle,
          logger,
          config: scorecardsConfig,
        });
        documentLevels.set(fleetLevels);

        const alerts = DefaultAlertsService.create({
          reader: AlertReader.create({
            registry: alertProviders,
            catalog,
            auth,
            logger,
            config: alertsConfig,
          }),
          documents,
          environments,
        });

        createConditions({
          environments,
          alerts,
          delivery,
          levels,
          auth,
          appBaseUrl: config.getOptionalString('app.baseUrl'),
        }).forEach(condition => contributors.addBuiltInCondition(condition));

        // Routes and actions share the services that check what the caller may.
        const authorized = {
          documents: AuthorizedDocumentsService.create({
            inner: documents,
            authorizer,
          }),
          gate: AuthorizedGateService.create({ inner: gate, authorizer }),
          scorecards: AuthorizedScorecardsService.create({
            inner: scorecards,
            authorizer,
          }),
          exemptions: AuthorizedExemptionsService.create({
            inner: exemptions,
            authorizer,
          }),
          initiatives: AuthorizedInitiativesService.create({
            inner: initiatives,
            authorizer,
          }),
        };
        UnauthenticatedRequests.create({ auditor }).start({ lifecycle });
        registerActions({ ...authorized, actionsRegistry, auditor, auth });
        httpRouter.use(
          createRouter({
            ...authorized,
            logger,
            ...createAdmission({
              config: admissionConfig,
              gate,
              delivery,
              documents,
              entities,
              environments,
              auth,
              logger,
              appBaseUrl: config.getOptionalString('app.baseUrl'),
            }),
            delivery: AuthorizedDeliveryService.create({
              inner: delivery,
              authorizer,
            }),
            alerts: AuthorizedAlertsService.create({
              inner: alerts,
              authorizer,
            }),
            onCall: AuthorizedOnCallService.create({
              inner: DefaultOnCallService.create({
                registry: onCallRegistry,
                store: await DatabaseOnCallPageStore.create({ database }),
                catalog,
                auth,
                cache,
                logger,
                config: onCallConfig,
                appBaseUrl: config.getOptionalString('app.baseUrl'),
              }),
              authorizer,
            }),
            triggers: AuthorizedTriggersService.create({
              inner: DefaultTriggersService.create({
                reader: TriggerReader.create({
                  registry: metricsSources,
                  catalog,
                  auth,
                  logger,
                  config: triggersConfig,
                }),
                documents,
                delivery,
                environments,
                logger,
              }),
              authorizer,
            }),
            overrides: AuthorizedOverridesService.create({
              inner: overrides,
              authorizer,
            }),
            calendars: AuthorizedCalendarsService.create({
              inner: companyCalendars.calendars,
              authorizer,
            }),
            badges: AuthorizedBadgesService.create({
              inner: badges,
              authorizer,
            }),
            signedBadges,
            eventsReceiver,
            domainEvents,
            httpAuth,
            auditor,
            linkSchemes: documentsConfig.linkSchemes,
            allowUnauthenticated: config.getOptionalBoolean(
              'backend.auth.dangerouslyDisableDefaultAuthPolicy',
            ),
          }),
        );
        for (const path of publicPaths(readRoutes(openapi))) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
      },
    });
  },
});

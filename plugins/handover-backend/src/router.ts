import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { openapi } from '@backstage-handover/plugin-handover-common/api';
import type { Router } from 'express';
import type { AdmissionService } from './admission/AdmissionService';
import type { ClusterTokens } from './admission/ClusterTokens';
import { createAdmissionRouter } from './admission/router';
import type { AlertsService } from './alerts/AlertsService';
import { createAlertsRouter } from './alerts/router';
import type { CalendarsService } from './calendars/CalendarsService';
import { createCalendarsRouter } from './calendars/router';
import type { DeliveryService } from './delivery/DeliveryService';
import type { EventsReceiver } from './delivery/events/EventsReceiver';
import { createDeliveryRouter } from './delivery/router';
import type { DocumentsService } from './documents/DocumentsService';
import { createDocumentsRouter } from './documents/router';
import type { DomainEventStore } from './events';
import { createEventsRouter } from './events/router';
import type { GateService } from './gate/GateService';
import { createGateRouter } from './gate/router';
import type { OnCallService } from './oncall/OnCallService';
import { createOnCallRouter } from './oncall/router';
import type { OverridesService } from './overrides/OverridesService';
import { createOverridesRouter } from './overrides/router';
import type { BadgesService } from './scorecards/badges/BadgesService';
import { createBadgesRouter } from './scorecards/badges/router';
import type { SignedBadges } from './scorecards/badges/SignedBadges';
import type { ExemptionsService } from './scorecards/exemptions/ExemptionsService';
import { createExemptionsRouter } from './scorecards/exemptions/router';
import { createInitiativesRouter } from './scorecards/initiatives/router';
import type { InitiativesService } from './scorecards/initiatives/InitiativesService';
import { createScorecardsRouter } from './scorecards/router';
import type { ScorecardsService } from './scorecards/ScorecardsService';
import { createTriggersRouter } from './triggers/router';
import type { TriggersService } from './triggers/TriggersService';
import { auditRefusals } from './openapi/auditRefusals';
import { createOpenApiRouter } from './openapi/createOpenApiRouter';
import { retryAfter } from './openapi/retryAfter';

/** The whole HTTP API, below `/api/handover`. */
export function createRouter(options: {
  documents: DocumentsService;
  gate: GateService;
  overrides: OverridesService;
  admission: AdmissionService;
  clusterTokens: ClusterTokens;
  logger: LoggerService;
  calendars: CalendarsService;
  delivery: DeliveryService;
  alerts: AlertsService;
  triggers: TriggersService;
  onCall: OnCallService;
  scorecards: ScorecardsService;
  exemptions: ExemptionsService;
  initiatives: InitiativesService;
  badges: BadgesService;
  signedBadges: SignedBadges;
  eventsReceiver: EventsReceiver;
  domainEvents: Pick<DomainEventStore, 'replay'>;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  linkSchemes: readonly string[];
  /** Set if the backend turned authentication off. */
  allowUnauthenticated?: boolean;
}): Router {
  const { clusterTokens } = options;
  const router = createOpenApiRouter({
    ...options,
    document: openapi,
    authenticators: {
      cluster: ({ params, headers }) =>
        clusterTokens.assertValid(params.cluster, headers.authorization),
    },
  });
  router.use(createDocumentsRouter(options));
  router.use(createGateRouter(options));
  router.use(createOverridesRouter(options));
  router.use(createAdmissionRouter(options));
  router.use(createCalendarsRouter(options));
  router.use(createDeliveryRouter(options));
  router.use(createAlertsRouter(options));
  router.use(createTriggersRouter(options));
  router.use(createOnCallRouter(options));
  router.use(createScorecardsRouter(options));
  router.use(createExemptionsRouter(options));
  router.use(createInitiativesRouter(options));
  router.use(createBadgesRouter(options));
  router.use(createEventsRouter(options));
  router.use(auditRefusals(options.auditor));
  router.use(retryAfter);
  return router;
}

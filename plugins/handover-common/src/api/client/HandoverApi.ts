import type { AlertsApi } from './AlertsApi';
import type { CalendarsApi } from './CalendarsApi';
import type { DeliveryApi } from './DeliveryApi';
import type { DocumentsApi } from './DocumentsApi';
import type { EventsApi } from './EventsApi';
import type { ExemptionsApi } from './ExemptionsApi';
import type { GateApi } from './GateApi';
import type { InitiativesApi } from './InitiativesApi';
import type { OnCallApi } from './OnCallApi';
import type { OverridesApi } from './OverridesApi';
import type { ScorecardsApi } from './ScorecardsApi';
import type { TriggersApi } from './TriggersApi';
import type { HandoverClientOptions } from './options';

/**
 * The HTTP API of the handover backend, one property per domain.
 *
 * Every method rejects with a `ResponseError` of `@backstage/errors` when the
 * backend responds with an error: 400 for an invalid request, 401 without
 * credentials, 403 without permission, 404 if the catalog has no such entity or
 * the entity has no such revision. `problemsOfError` returns the problems of a
 * document that was rejected.
 *
 * @public
 */
export interface HandoverApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Handover documents and their revisions. */
  readonly documents: DocumentsApi<TOptions>;
  /** When an entity can be changed. */
  readonly gate: GateApi<TOptions>;
  /** Calendars of the company: when many services can be changed. */
  readonly calendars: CalendarsApi<TOptions>;
  /** Runs and deployments. */
  readonly delivery: DeliveryApi<TOptions>;
  /** Firing alerts. */
  readonly alerts: AlertsApi<TOptions>;
  /** Rollback triggers that are evaluated from metrics. */
  readonly triggers: TriggersApi<TOptions>;
  /** Who is on call. */
  readonly onCall: OnCallApi<TOptions>;
  /** Scorecards and what they come to. */
  readonly scorecards: ScorecardsApi<TOptions>;
  /** Exemptions from checks of scorecards. */
  readonly exemptions: ExemptionsApi<TOptions>;
  /** Levels and checks to be reached by a date. */
  readonly initiatives: InitiativesApi<TOptions>;
  /** Overrides of a closed gate. */
  readonly overrides: OverridesApi<TOptions>;
  /** Domain events. Only services can read them. */
  readonly events: EventsApi<TOptions>;
}

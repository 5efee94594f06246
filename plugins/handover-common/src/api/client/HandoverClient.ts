import { createHandoverApi } from './createHandoverApi';
import type { AlertsApi } from './AlertsApi';
import type { CalendarsApi } from './CalendarsApi';
import type { DeliveryApi } from './DeliveryApi';
import type { DocumentsApi } from './DocumentsApi';
import type { EventsApi } from './EventsApi';
import type { ExemptionsApi } from './ExemptionsApi';
import type { GateApi } from './GateApi';
import type { HandoverApi } from './HandoverApi';
import type { InitiativesApi } from './InitiativesApi';
import type { OnCallApi } from './OnCallApi';
import type { OverridesApi } from './OverridesApi';
import type { ScorecardsApi } from './ScorecardsApi';
import type { TriggersApi } from './TriggersApi';
import type { HandoverClientOptions } from './options';

/**
 * A client of the handover backend for browsers, backends and scripts. You pass
 * in how to find the backend and how to fetch.
 *
 * @public
 */
export class HandoverClient implements HandoverApi {
  /** Handover documents and their revisions. */
  readonly documents: DocumentsApi;
  /** When an entity can be changed. */
  readonly gate: GateApi;
  /** Calendars of the company: when many services can be changed. */
  readonly calendars: CalendarsApi;
  /** Runs and deployments. */
  readonly delivery: DeliveryApi;
  /** Firing alerts. */
  readonly alerts: AlertsApi;
  /** Rollback triggers that are evaluated from metrics. */
  readonly triggers: TriggersApi;
  /** Who is on call. */
  readonly onCall: OnCallApi;
  /** Scorecards and what they come to. */
  readonly scorecards: ScorecardsApi;
  /** Exemptions from checks of scorecards. */
  readonly exemptions: ExemptionsApi;
  /** Levels and checks to be reached by a date. */
  readonly initiatives: InitiativesApi;
  /** Overrides of a closed gate. */
  readonly overrides: OverridesApi;
  /** Domain events. Only services can read them. */
  readonly events: EventsApi;

  /** Creates a client. */
  constructor(options: {
    /** Finds the backend. */
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    /** Sends the requests. The default is the global `fetch`. */
    fetchApi?: { fetch: typeof fetch };
  }) {
    const api = createHandoverApi<HandoverClientOptions>({
      ...options,
      authorize: (requestOptions = {}) => requestOptions,
    });
    this.documents = api.documents;
    this.gate = api.gate;
    this.calendars = api.calendars;
    this.delivery = api.delivery;
    this.alerts = api.alerts;
    this.triggers = api.triggers;
    this.onCall = api.onCall;
    this.scorecards = api.scorecards;
    this.exemptions = api.exemptions;
    this.initiatives = api.initiatives;
    this.overrides = api.overrides;
    this.events = api.events;
  }
}

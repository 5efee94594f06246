import { createApiCaller } from './ApiCaller';
import { createAlertsApi } from './AlertsApi';
import { createCalendarsApi } from './CalendarsApi';
import { createDeliveryApi } from './DeliveryApi';
import { createDocumentsApi } from './DocumentsApi';
import { createEventsApi } from './EventsApi';
import { createExemptionsApi } from './ExemptionsApi';
import { createGateApi } from './GateApi';
import type { HandoverApi } from './HandoverApi';
import { createInitiativesApi } from './InitiativesApi';
import { createOnCallApi } from './OnCallApi';
import { createOverridesApi } from './OverridesApi';
import { createScorecardsApi } from './ScorecardsApi';
import { createTriggersApi } from './TriggersApi';
import type { HandoverRequestOptions } from './options';

/**
 * Creates a client of the handover backend whose methods take other options
 * than `HandoverClient`, for example credentials that become a token.
 *
 * @public
 */
export function createHandoverApi<TOptions extends unknown[]>(options: {
  /** Finds the backend. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Sends the requests. The default is the global `fetch`. */
  fetchApi?: { fetch: typeof fetch };
  /** Turns the last arguments of a method into the options of its request. */
  authorize(
    ...options: TOptions
  ): Promise<HandoverRequestOptions> | HandoverRequestOptions;
}): HandoverApi<TOptions> {
  const { fetchApi = { fetch: (...args) => fetch(...args) } } = options;
  const call = createApiCaller({ ...options, fetchApi });
  return {
    documents: createDocumentsApi(call),
    gate: createGateApi(call),
    calendars: createCalendarsApi(call),
    delivery: createDeliveryApi(call),
    alerts: createAlertsApi(call),
    triggers: createTriggersApi(call),
    onCall: createOnCallApi(call),
    scorecards: createScorecardsApi(call),
    exemptions: createExemptionsApi(call),
    initiatives: createInitiativesApi(call),
    overrides: createOverridesApi(call),
    events: createEventsApi(call),
  };
}

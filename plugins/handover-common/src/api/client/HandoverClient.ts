import { createHandoverApi } from './createHandoverApi';
import type { DeliveryApi } from './DeliveryApi';
import type { DocumentsApi } from './DocumentsApi';
import type { EventsApi } from './EventsApi';
import type { GateApi } from './GateApi';
import type { HandoverApi } from './HandoverApi';
import type { HandoverClientOptions } from './options';

/**
 * Calls the handover backend from the browser, from backends and from the
 * command line: the caller passes in how to find the backend and how to fetch.
 *
 * @public
 */
export class HandoverClient implements HandoverApi {
  /** Handover documents and their revisions. */
  readonly documents: DocumentsApi;
  /** When an entity may be changed. */
  readonly gate: GateApi;
  /** What was built and deployed where. */
  readonly delivery: DeliveryApi;
  /** What happened, for services. */
  readonly events: EventsApi;

  /** Creates a client. */
  constructor(options: {
    /** Finds the backend. */
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    /** Sends the requests; the global `fetch` unless set. */
    fetchApi?: { fetch: typeof fetch };
  }) {
    const api = createHandoverApi<HandoverClientOptions>({
      ...options,
      authorize: (requestOptions = {}) => requestOptions,
    });
    this.documents = api.documents;
    this.gate = api.gate;
    this.delivery = api.delivery;
    this.events = api.events;
  }
}

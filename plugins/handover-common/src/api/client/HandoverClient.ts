import { createHandoverApi } from './createHandoverApi';
import type { DeliveryApi } from './DeliveryApi';
import type { DocumentsApi } from './DocumentsApi';
import type { GateApi } from './GateApi';
import type { HandoverApi } from './HandoverApi';
import type { HandoverClientOptions } from './options';

/**
 * Calls the handover backend from the browser, from backends and from the
 * command line: the caller passes in how to find the backend and how to fetch.
 */
export class HandoverClient implements HandoverApi {
  readonly documents: DocumentsApi;
  readonly gate: GateApi;
  readonly delivery: DeliveryApi;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    const api = createHandoverApi<HandoverClientOptions>({
      ...options,
      authorize: (requestOptions = {}) => requestOptions,
    });
    this.documents = api.documents;
    this.gate = api.gate;
    this.delivery = api.delivery;
  }
}

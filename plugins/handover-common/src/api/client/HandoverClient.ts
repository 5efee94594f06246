import { createApiCaller } from './ApiCaller';
import { createDeliveryApi, type DeliveryApi } from './DeliveryApi';
import { createDocumentsApi, type DocumentsApi } from './DocumentsApi';
import { createGateApi, type GateApi } from './GateApi';
import type { HandoverApi } from './HandoverApi';

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
    const call = createApiCaller({
      discoveryApi: options.discoveryApi,
      fetchApi: options.fetchApi ?? { fetch: (...args) => fetch(...args) },
    });
    this.documents = createDocumentsApi(call);
    this.gate = createGateApi(call);
    this.delivery = createDeliveryApi(call);
  }
}

import { InputError, ResponseError } from '@backstage/errors';
import createClient, {
  type Client,
  defaultPathSerializer,
} from 'openapi-fetch';
import type { paths } from '../generated/schema';
import type { HandoverRequestOptions } from './options';

/** What every request of the client has in common. */
type RequestInit = {
  baseUrl: string;
  headers: Record<string, string>;
  signal?: AbortSignal;
};

/** Sends requests to the handover backend and returns the body of the response. */
export interface ApiCaller<TOptions extends unknown[]> {
  <T>(
    options: TOptions,
    send: (
      http: Client<paths>,
      init: RequestInit,
    ) => Promise<{ data?: T; response: Response }>,
  ): Promise<T>;

  /** The URL of a route, without requesting it. */
  url(
    template: keyof paths,
    parameters: Record<string, string>,
  ): Promise<string>;
}

/** Creates the caller that all domains of the client share. */
export function createApiCaller<TOptions extends unknown[]>(options: {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
  /** Turns the last arguments of a method into the options of its request. */
  authorize(
    ...options: TOptions
  ): Promise<HandoverRequestOptions> | HandoverRequestOptions;
}): ApiCaller<TOptions> {
  const { discoveryApi, fetchApi, authorize } = options;
  const http = createClient<paths>({
    fetch: request => fetchByUrl(request, fetchApi),
    pathSerializer,
  });
  http.use({
    async onResponse({ response }) {
      if (!response.ok) {
        throw await toResponseError(response);
      }
    },
  });

  const call: ApiCaller<TOptions> = async (methodOptions, send) => {
    const { token, signal } = await authorize(...methodOptions);
    const { data, response } = await send(http, {
      baseUrl: await discoveryApi.getBaseUrl('handover'),
      headers: {
        Accept: 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      signal,
    });
    if (data === undefined) {
      throw new Error(`The response of ${response.url} has no body`);
    }
    return data;
  };
  call.url = async (template, parameters) =>
    (await discoveryApi.getBaseUrl('handover')) +
    pathSerializer(template, parameters);
  return call;
}

/**
 * Fetches by URL. Backstage's middlewares make a request of their own from what
 * they get, and that uses up the body of a `Request`.
 */
async function fetchByUrl(
  request: Request,
  fetchApi: { fetch: typeof fetch },
): Promise<Response> {
  const { url, method, signal } = request;
  return fetchApi.fetch(url, {
    method,
    headers: Object.fromEntries(request.headers),
    // All bodies of the API are text.
    ...(method !== 'GET' && { body: await request.text() }),
    signal,
  });
}

/** Percent-encodes the parameters of a path. */
function pathSerializer(
  template: string,
  parameters: Record<string, unknown>,
): string {
  for (const [name, value] of Object.entries(parameters)) {
    // Dots stay dots when encoded, and a URL with such a segment is another path.
    if (value === '.' || value === '..') {
      throw new InputError(`The ${name} '${value}' is not valid`);
    }
  }
  return defaultPathSerializer(template, parameters);
}

/** The error of a response, with the backend's message instead of the bare status. */
async function toResponseError(response: Response): Promise<ResponseError> {
  // `fromResponse` has its own type of response.
  const error = await ResponseError.fromResponse(response);
  // A body that is not JSON comes from something in between, often as a page of HTML.
  if (response.headers.get('content-type')?.startsWith('application/json')) {
    error.message = error.cause.message || error.message;
  }
  return error;
}

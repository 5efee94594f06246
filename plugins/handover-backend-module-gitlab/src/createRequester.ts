import {
  createBoundedFetch,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import { createRequesterFn } from '@gitbeaker/requester-utils';

/**
 * The requester of Gitbeaker's resources. Gitbeaker's own one retries
 * rate-limited requests ten times, reads responses of any size, and doesn't
 * support signals.
 */
export function createRequester(options: {
  /** For people: `GitLab`. */
  title: string;
  /** `https://gitlab.com/api/v4`. */
  apiBaseUrl: string;
  /** With the credentials. */
  headers: Record<string, string>;
  /** What is requested, for example `the project 'group/project'`. */
  subject: string;
  signal: AbortSignal;
}): ReturnType<typeof createRequesterFn> {
  const { title, apiBaseUrl, headers, subject, signal } = options;
  const boundedFetch = createBoundedFetch({ title });
  return createRequesterFn(
    async (_resource, request) => request,
    async (endpoint, request) => {
      const url = new URL(endpoint, `${apiBaseUrl}/`);
      url.search = String(request?.searchParams ?? '');
      const response = await boundedFetch(url, {
        method: String(request?.method ?? 'GET'),
        headers: { accept: 'application/json', ...headers },
        signal,
      });
      const { status } = response;
      const answered = Object.fromEntries(response.headers);
      if (!response.ok) {
        await response.body?.cancel();
        throw toUpstreamError({
          title,
          status,
          headers: answered,
          // The last part of the path: `pipelines`, `jobs`, `deployments`.
          subject: `${endpoint.slice(
            endpoint.lastIndexOf('/') + 1,
          )} of ${subject}`,
        });
      }
      const body = parseJson(title, await response.text());
      return {
        // What it is, is checked where it is read.
        body: body as Record<string, unknown>,
        headers: answered,
        status,
      };
    },
  );
}

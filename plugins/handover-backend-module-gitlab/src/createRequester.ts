import {
  createBoundedFetch,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import { createRequesterFn } from '@gitbeaker/requester-utils';

/**
 * What Gitbeaker's resources send their requests with. The one of its own asks
 * ten times where GitLab wants to be left alone, reads answers of any size, and
 * takes no signal.
 */
export function createRequester(options: {
  /** For people: `GitLab`. */
  title: string;
  /** `https://gitlab.com/api/v4`. */
  apiBaseUrl: string;
  /** With the credentials. */
  headers: Record<string, string>;
  /** What is asked about, for people: `the project 'group/project'`. */
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

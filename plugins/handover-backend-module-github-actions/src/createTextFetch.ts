import { createBoundedFetch } from '@backstage-handover/plugin-handover-node';

/**
 * A bounded `fetch` for Octokit that declares every response as text.
 * Otherwise, Octokit parses JSON and throws unclear errors for invalid JSON.
 */
export function createTextFetch(title: string): typeof fetch {
  const boundedFetch = createBoundedFetch({ title });
  return async (input, init) => {
    const response = await boundedFetch(input, init);
    const headers = new Headers(response.headers);
    headers.set('content-type', 'text/plain');
    const { body, status, statusText } = response;
    return new Response(body, { status, statusText, headers });
  };
}

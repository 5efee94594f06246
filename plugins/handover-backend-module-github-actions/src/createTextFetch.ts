import { createBoundedFetch } from '@backstage-handover/plugin-handover-node';

/**
 * A bounded `fetch` for Octokit that calls every answer text. Octokit would parse
 * JSON by itself, and make of what is none an error that does not say so.
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

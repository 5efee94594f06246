import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How a server for tests answers.
 *
 * @public
 */
export type UpstreamHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/**
 * A server for tests that stands for a system which providers read.
 *
 * @public
 */
export type Upstream = {
  /** Without a slash at the end. */
  url: string;
  /** What was asked of it, in order. */
  requests: {
    /** With the query. */
    path: string;
    headers: IncomingMessage['headers'];
  }[];
  close(): Promise<void>;
};

/**
 * Starts a server for tests on a free port of this machine.
 *
 * @public
 */
export async function startUpstream(
  handler: UpstreamHandler,
): Promise<Upstream> {
  const requests: Upstream['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    handler(request, response);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * Answers with JSON.
 *
 * @public
 */
export function sendJson(
  response: ServerResponse,
  value: unknown,
  options: { status?: number; headers?: Record<string, string> } = {},
): void {
  response
    .writeHead(options.status ?? 200, {
      'content-type': 'application/json',
      ...options.headers,
    })
    .end(JSON.stringify(value));
}

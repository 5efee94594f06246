import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/**
 * The handler of a test server.
 *
 * @public
 */
export type UpstreamHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/**
 * A test server that replaces a system that providers read.
 *
 * @public
 */
export type Upstream = {
  /** Without a trailing slash. */
  url: string;
  /** The requests that it received, in order. */
  requests: {
    /** Path and query. */
    path: string;
    headers: IncomingMessage['headers'];
  }[];
  close(): Promise<void>;
};

/**
 * Starts a test server on a free local port.
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
 * Sends a JSON response.
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

/**
 * Reads the JSON that a request brings.
 *
 * @public
 */
export function readJson(request: IncomingMessage): Promise<unknown> {
  return json(request);
}

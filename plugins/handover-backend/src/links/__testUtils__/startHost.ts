import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page answers: a status, or whatever it does to the response. */
export type Page =
  | number
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A real web server with a port of its own. Other pages answer 404. */
export async function startHost(pages: Record<string, Page> = {}) {
  const requests: IncomingMessage[] = [];
  let open = 0;
  let mostOpen = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on('close', () => {
      open -= 1;
    });
    const page = pages[request.url ?? ''] ?? 404;
    if (typeof page === 'function') {
      page(request, response);
      return;
    }
    response.writeHead(page).end(request.method === 'HEAD' ? undefined : 'x');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (path: string) => `http://${host}${path}`,
    pages,
    requests,
    /** Methods that a page was asked with, in order. */
    asked: (path: string) =>
      requests.filter(({ url }) => url === path).map(({ method }) => method),
    mostOpen: () => mostOpen,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

export type TestHost = Awaited<ReturnType<typeof startHost>>;

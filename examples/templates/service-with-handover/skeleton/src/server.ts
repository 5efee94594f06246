import { createServer, type Server } from 'node:http';

export type Health = {
  /** Whether the process can handle requests. */
  ready: boolean;
};

/**
 * The HTTP server of the service.
 *
 * `/healthz` responds with 200 while the process runs. If it stops responding,
 * Kubernetes restarts it. `/readyz` responds with 503 during startup and
 * shutdown, so that Kubernetes sends no requests to it.
 */
export function createService(health: Health): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };

    if (request.method !== 'GET') {
      send(405, { error: 'Only GET is supported' });
    } else if (pathname === '/healthz') {
      send(200, { status: 'ok' });
    } else if (pathname === '/readyz') {
      send(health.ready ? 200 : 503, { ready: health.ready });
    } else if (pathname === '/') {
      send(200, { service: '${{ values.name }}' });
    } else {
      send(404, { error: `Not found: ${pathname}` });
    }
  });
}

import { createServer, type Server } from 'node:http';

export type Health = {
  /** Whether requests may be sent to this process. */
  ready: boolean;
};

/**
 * The HTTP server of the service.
 *
 * `/healthz` answers as long as the process runs: Kubernetes restarts it
 * otherwise. `/readyz` answers 503 while it starts and while it stops, so that
 * no request is sent to it then.
 */
export function createService(health: Health): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };

    if (request.method !== 'GET') {
      send(405, { error: 'Only GET is understood' });
    } else if (pathname === '/healthz') {
      send(200, { status: 'ok' });
    } else if (pathname === '/readyz') {
      send(health.ready ? 200 : 503, { ready: health.ready });
    } else if (pathname === '/') {
      send(200, { service: '${{ values.name }}' });
    } else {
      send(404, { error: `Nothing is at ${pathname}` });
    }
  });
}

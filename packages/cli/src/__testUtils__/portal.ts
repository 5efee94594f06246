import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { handover, type Outcome } from './handover';

type Answer = {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
};
type Asked = { url?: string; authorization?: string; body?: unknown };

/**
 * A portal that gives its answers in turn, the last one to all that follows, and
 * remembers what it was asked.
 */
export function usePortal() {
  let server: Server;
  let answers: Answer[] = [{ status: 404, body: {} }];
  let asked: Asked[] = [];

  beforeEach(async () => {
    asked = [];
    server = createServer(async (req, res) => {
      asked.push(await readRequest(req));
      const answer = answers.length > 1 ? answers.shift()! : answers[0];
      res.writeHead(answer.status, {
        'Content-Type': 'application/json',
        ...answer.headers,
      });
      res.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => new Promise(resolve => server.close(resolve)));

  return {
    answers: (...next: Answer[]) => {
      answers = next;
    },
    asked: () => asked,
    /** Runs the command line with the address and a token of this portal. */
    handover: (...args: string[]): Promise<Outcome> => {
      const { port } = server.address() as AddressInfo;
      return handover(args, {
        env: {
          HANDOVER_PORTAL: `http://127.0.0.1:${port}`,
          HANDOVER_TOKEN: 't0ken',
        },
      });
    },
  };
}

async function readRequest(req: IncomingMessage): Promise<Asked> {
  const body = await text(req);
  return {
    url: req.url,
    authorization: req.headers.authorization,
    ...(body && { body: JSON.parse(body) }),
  };
}

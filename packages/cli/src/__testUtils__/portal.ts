import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { handover, type Outcome } from './handover';

export type Answer = {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  /** Sent as it is, instead of the body as JSON. */
  raw?: string;
};
type Asked = { url?: string; authorization?: string; body?: unknown };

/**
 * A portal that gives its answers in turn, the last one to all that follows, and
 * remembers what it was asked.
 */
export function usePortal() {
  let server: Server;
  let answers: Answer[] = [{ status: 404, body: {} }];
  let answerBy: ((url: string) => Answer) | undefined;
  let asked: Asked[] = [];

  beforeEach(async () => {
    asked = [];
    answerBy = undefined;
    server = createServer(async (req, res) => {
      asked.push(await readRequest(req));
      const next = () => (answers.length > 1 ? answers.shift()! : answers[0]);
      const answer = answerBy ? answerBy(req.url!) : next();
      res.writeHead(answer.status, {
        'Content-Type': 'application/json',
        ...answer.headers,
      });
      res.end(answer.raw ?? JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => new Promise(resolve => server.close(resolve)));

  const env = () => ({
    HANDOVER_PORTAL: `http://127.0.0.1:${
      (server.address() as AddressInfo).port
    }`,
    HANDOVER_TOKEN: 't0ken',
  });
  return {
    answers: (...next: Answer[]) => {
      answers = next;
    },
    /** Gives the answers that a function has to each URL. */
    answersBy: (next: (url: string) => Answer) => {
      answerBy = next;
    },
    asked: () => asked,
    /** The address and a token of this portal. */
    env,
    /** Runs the command line with the address and a token of this portal. */
    handover: (...args: string[]): Promise<Outcome> =>
      handover(args, { env: env() }),
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

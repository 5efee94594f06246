import type { Entity } from '@backstage/catalog-model';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  OnCallPageOptions,
  OnCallProvider,
} from '../oncall/OnCallProvider';
import { PageNotSentError } from '../oncall/PageNotSentError';
import { pageFrom } from './pageFrom';
import { sendJson, type UpstreamHandler } from './startUpstream';
import { useUpstreams } from './useUpstreams';

const SECRET = 'secret-of-the-tests';

/** Nobody was paged: the system refused it, or never saw it. */
const NOT_SENT: [string, UpstreamHandler, RegExp][] = [
  ...[
    [400, /400 Bad Request/] as const,
    [401, /401 Unauthorized.*credentials/] as const,
    [403, /403 Forbidden/] as const,
    [404, /404 Not Found/] as const,
    [429, /rate limit/] as const,
  ].map(([status, message]): [string, UpstreamHandler, RegExp] => [
    `answers ${status}`,
    (_request, response) =>
      sendJson(response, { message: `no ${SECRET}` }, { status }),
    message,
  ]),
  [
    'redirects',
    (_request, response) => {
      response.writeHead(307, { location: 'https://other.example.com' }).end();
    },
    /redirects/,
  ],
];

/** Nobody knows: the system may have taken it. */
const UNKNOWN: [string, (to: ServerResponse, from: IncomingMessage) => void][] =
  [
    ['answers 500', response => sendJson(response, {}, { status: 500 })],
    ['answers 503', response => sendJson(response, {}, { status: 503 })],
    ['answers 408', response => sendJson(response, {}, { status: 408 })],
    ['answers with a page', response => response.end('<html>Sign in</html>')],
    ['answers with other JSON', response => sendJson(response, { items: 7 })],
    ['breaks the connection', (_, request) => request.socket.destroy()],
    ['never answers', () => undefined],
  ];

/**
 * Tests what a provider makes of responses to a page. Call it in a test file.
 *
 * @param create - creates the provider for a server at this URL with the secret
 *   as its credentials, and an entity and the target of its pages. `answer`
 *   handles the requests before a page.
 *
 * @public
 */
// It is called by test files, and is none.
// eslint-disable-next-line jest/no-export
export function describeHostilePaging(
  create: (upstream: { url: string; secret: string }) => {
    provider: Pick<OnCallProvider, 'title' | 'page'>;
    entity: Entity;
    target: OnCallPageOptions['target'];
    answer: UpstreamHandler;
  },
): void {
  describe('with a system that answers a page with anything', () => {
    const start = useUpstreams();

    async function page(
      handler: UpstreamHandler,
      options: { signal?: AbortSignal; dead?: boolean } = {},
    ) {
      const { signal, dead = false } = options;
      let answer: UpstreamHandler = () => {};
      let posts = 0;
      const upstream = await start((request, response) => {
        if (request.method !== 'POST') {
          answer(request, response);
          return;
        }
        posts++;
        handler(request, response);
      });
      const created = create({ url: upstream.url, secret: SECRET });
      answer = created.answer;
      if (dead) {
        await upstream.close();
      }
      const error = await pageFrom(created.provider, {
        ...created,
        ...(signal && { signal }),
      }).then(
        receipt => {
          throw new Error(`It was sent: ${JSON.stringify(receipt)}`);
        },
        (reason: unknown) => reason as Error,
      );
      expect(error).toBeInstanceOf(Error);
      expect(error.message).not.toContain(SECRET);
      expect(error).not.toHaveProperty('status');
      expect(error).not.toHaveProperty('statusCode');
      return { error, posts };
    }

    it.each(NOT_SENT)(
      'says that nobody was paged if it %s',
      async (_what, handler, message) => {
        const { error, posts } = await page(handler);
        expect(error).toBeInstanceOf(PageNotSentError);
        expect(error.message).toMatch(message);
        expect(posts).toBe(1);
      },
    );

    it('says that nobody was paged if it is dead', async () => {
      const { error } = await page(() => {}, { dead: true });
      expect(error).toBeInstanceOf(PageNotSentError);
      expect(error.message).toMatch(/cannot be reached \(ECONNREFUSED\)/);
    });

    it.each(UNKNOWN)(
      'does not say that nobody was paged if it %s, and asks only once',
      async (_what, handler) => {
        const { error, posts } = await page(
          (request, response) => handler(response, request),
          { signal: AbortSignal.timeout(500) },
        );
        expect(error).not.toBeInstanceOf(PageNotSentError);
        expect(posts).toBe(1);
      },
    );
  });
}

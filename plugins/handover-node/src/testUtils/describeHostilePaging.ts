import type { Entity } from '@backstage/catalog-model';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  OnCallPageOptions,
  OnCallProvider,
} from '../oncall/OnCallProvider';
import { PageNotSentError } from '../oncall/PageNotSentError';
import { pageFrom } from './pageFrom';
import { sendJson, startUpstream, type UpstreamHandler } from './startUpstream';
import { useUpstreams } from './useUpstreams';

const SECRET = 'secret-of-the-tests';

/** Where redirects lead. */
const ELSEWHERE = 'https://other.example.com';

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  /** The time for the page is over. */
  giveUp: () => void;
};

/** Nobody was paged: the system refused it, or never saw it. */
const NOT_SENT: [string, (exchange: Exchange) => void, RegExp][] = [
  ...[
    { status: 400, message: /refused the page: 400 Bad Request$/ },
    { status: 401, message: /401 Unauthorized: check the credentials$/ },
    { status: 403, message: /403 Forbidden: check the credentials$/ },
    { status: 404, message: /404 Not Found: check the URL$/ },
    { status: 429, message: /rate limit/ },
    { status: 307, message: /redirects pages \(307 Temporary Redirect\)/ },
    { status: 308, message: /redirects pages \(308 Permanent Redirect\)/ },
  ].map(
    ({ status, message }): [string, (exchange: Exchange) => void, RegExp] => [
      `answers ${status}`,
      ({ response }) =>
        sendJson(
          response.setHeader('location', ELSEWHERE),
          { message: `no ${SECRET}` },
          { status },
        ),
      message,
    ],
  ),
];

/** Nobody knows: the system may have taken it. */
const UNKNOWN: [string, (exchange: Exchange) => void][] = [
  // Applications redirect after they have accepted a form.
  ...[301, 302, 303, 408, 500, 503].map(
    (status): [string, (exchange: Exchange) => void] => [
      `answers ${status}`,
      ({ response }) =>
        sendJson(response.setHeader('location', ELSEWHERE), {}, { status }),
    ],
  ),
  ['answers HTML', ({ response }) => response.end('<html>Sign in</html>')],
  ['answers other JSON', ({ response }) => sendJson(response, { items: 7 })],
  ['breaks the connection', ({ request }) => request.socket.destroy()],
  ['never answers', ({ giveUp }) => giveUp()],
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
      receive: (exchange: Exchange) => void,
      options: { isDead?: boolean } = {},
    ) {
      const timeLimit = new AbortController();
      const giveUp = () => timeLimit.abort(new Error('It took too long'));
      let answer: UpstreamHandler = () => {};
      let posts = 0;
      const handler: UpstreamHandler = (request, response) => {
        if (request.method === 'POST') {
          posts++;
          receive({ request, response, giveUp });
        } else {
          answer(request, response);
        }
      };
      const { url, close } = await (options.isDead ? startUpstream : start)(
        handler,
      );
      if (options.isDead) {
        await close();
      }
      const created = create({ url, secret: SECRET });
      answer = created.answer;
      const error = await pageFrom(created.provider, {
        ...created,
        signal: timeLimit.signal,
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
      async (_what, receive, message) => {
        const { error, posts } = await page(receive);
        expect(error).toBeInstanceOf(PageNotSentError);
        expect(error.message).toMatch(message);
        expect(posts).toBe(1);
      },
    );

    it('says that nobody was paged if it is dead', async () => {
      const { error } = await page(() => {}, { isDead: true });
      expect(error).toBeInstanceOf(PageNotSentError);
      expect(error.message).toMatch(/cannot be reached \(ECONNREFUSED\)/);
    });

    it.each(UNKNOWN)(
      'does not say that nobody was paged if it %s, and asks only once',
      async (_what, receive) => {
        const { error, posts } = await page(receive);
        expect(error).not.toBeInstanceOf(PageNotSentError);
        expect(error.message).not.toMatch(/^It was sent/);
        expect(posts).toBe(1);
      },
    );
  });
}

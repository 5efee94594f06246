import type { Entity } from '@backstage/catalog-model';
import type { ServerResponse } from 'node:http';
import { RateLimitedError } from '../delivery/RateLimitedError';
import type { PipelineFetchOptions } from '../delivery/PipelineProvider';
import { fetchFrom } from './fetchFrom';
import { sendJson, type UpstreamHandler } from './startUpstream';
import { useUpstreams } from './useUpstreams';

const SECRET = 'secret-of-the-tests';

/** More than a provider may read. */
function sendEndless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const write = () => {
    while (!response.destroyed && response.write(chunk)) {
      // As fast as it is read.
    }
  };
  response.on('drain', write);
  write();
}

/**
 * Tests how a provider of any kind handles responses that are huge,
 * slow, malformed, redirects or errors. Call it in a test file.
 *
 * @param create - creates the provider for a server at this URL with the secret
 *   as its credentials, and an entity that it applies to.
 *
 * @public
 */
// It is called by test files, and is none.
// eslint-disable-next-line jest/no-export
export function describeHostileUpstream(
  create: (upstream: { url: string; secret: string }) => {
    provider: {
      readonly title: string;
      fetch(options: PipelineFetchOptions): Promise<unknown>;
    };
    entity: Entity;
  },
): void {
  describe('with a system that answers anything', () => {
    const start = useUpstreams();

    async function ask(handler: UpstreamHandler, signal?: AbortSignal) {
      const upstream = await start(handler);
      const { provider, entity } = create({
        url: upstream.url,
        secret: SECRET,
      });
      const error = await fetchFrom(provider, {
        entity,
        ...(signal && { signal }),
      }).then(
        data => {
          throw new Error(`It found ${JSON.stringify(data)}`);
        },
        (reason: unknown) => reason as Error,
      );
      expect(error).toBeInstanceOf(Error);
      expect(error.message).toContain(provider.title);
      expect(error.message).not.toContain(SECRET);
      expect(error.message.length).toBeLessThan(500);
      // It would become the status of Backstage's own answer.
      expect(error).not.toHaveProperty('status');
      expect(error).not.toHaveProperty('statusCode');
      return { error, upstream };
    }

    it.each([
      [401, /401 Unauthorized.*credentials/],
      [403, /403 Forbidden.*permission/],
      [404, /404 Not Found/],
      [500, /500 Internal Server Error/],
      [502, /502 Bad Gateway/],
    ])('says that it was answered %d', async (status, message) => {
      const { error } = await ask((_request, response) =>
        sendJson(response, { message: `no ${SECRET}` }, { status }),
      );
      expect(error.message).toMatch(message);
    });

    it('leaves it alone for as long as it says', async () => {
      const { error, upstream } = await ask((_request, response) =>
        sendJson(
          response,
          { message: 'too many' },
          { status: 429, headers: { 'retry-after': '120' } },
        ),
      );
      expect(error).toBeInstanceOf(RateLimitedError);
      const wait = (error as RateLimitedError).retryAt.getTime() - Date.now();
      expect(wait).toBeGreaterThan(110_000);
      expect(wait).toBeLessThanOrEqual(120_000);
      expect(upstream.requests.length).toBeLessThanOrEqual(2);
    });

    it('reads no more than it can hold', async () => {
      const { error } = await ask((_request, response) =>
        sendEndless(response),
      );
      expect(error.message).toMatch(/responded with more than \d+ KiB/);
    });

    it.each([
      ['with nothing', (response: ServerResponse) => response.write(' ')],
      ['never', () => undefined],
    ])('stops when nobody waits for what comes %s', async (_how, answer) => {
      const started = Date.now();
      const upstream = await start((_request, response) => {
        answer(response);
      });
      const { provider, entity } = create({
        url: upstream.url,
        secret: SECRET,
      });
      await expect(
        fetchFrom(provider, { entity, signal: AbortSignal.timeout(200) }),
      ).rejects.toThrow();
      expect(Date.now() - started).toBeLessThan(3_000);
    });

    it.each([
      ['text', 'text/plain', 'Bad day'],
      ['a page', 'text/html', '<html>Sign in</html>'],
      ['half of JSON', 'application/json', '{"items": [{'],
      ['another thing', 'application/json', '"a text"'],
      ['null', 'application/json', 'null'],
      [
        'the wrong types',
        'application/json',
        '{"items":7,"jobs":7,"builds":7,"_class":7}',
      ],
    ])('says that %s is not what was promised', async (_what, type, body) => {
      const { error } = await ask((_request, response) => {
        response.writeHead(200, { 'content-type': type }).end(body);
      });
      expect(error.message).toMatch(/returned an unexpected response/);
    });

    it('takes its credentials to no other address', async () => {
      const other = await start((_request, response) => sendJson(response, []));
      const { error } = await ask((_request, response) => {
        response.writeHead(302, { location: `${other.url}/` }).end();
      });
      expect(error.message).toMatch(/redirects/);
      expect(other.requests).toEqual([]);
    });

    it('does not turn in circles', async () => {
      const { error, upstream } = await ask((request, response) => {
        response.writeHead(302, { location: request.url }).end();
      });
      expect(error.message).toMatch(/redirects/);
      expect(upstream.requests.length).toBeLessThan(10);
    });

    it('says that the connection broke', async () => {
      const { error } = await ask(request => {
        request.socket.destroy();
      });
      expect(error.message).toMatch(/cannot be reached/);
    });

    it('says that the connection broke in the middle', async () => {
      const { error } = await ask((request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"items": [', () => request.socket.destroy());
      });
      expect(error.message).toMatch(
        /closed the connection before the end of its response/,
      );
    });
  });
}

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { useUpstreams } from '../testUtils/useUpstreams';
import { createBoundedFetch } from './createBoundedFetch';

const start = useUpstreams();
const boundedFetch = createBoundedFetch({ title: 'Argo CD', maxBytes: 2_048 });

it('reads an answer, with its status, headers and address', async () => {
  const { url } = await start((_request, response) =>
    response.writeHead(404, { 'x-of': 'Argo CD' }).end('nothing'),
  );
  const response = await boundedFetch(`${url}/a?b=c`);
  expect(response.status).toBe(404);
  expect(response.url).toBe(`${url}/a?b=c`);
  expect(response.headers.get('x-of')).toBe('Argo CD');
  await expect(response.text()).resolves.toBe('nothing');
});

it('reads as much as it may, and no more', async () => {
  const { url } = await start((request, response) =>
    response.end(Buffer.alloc(Number(request.url?.slice(1)), 'a')),
  );
  const response = await boundedFetch(`${url}/2048`);
  await expect(response.text()).resolves.toHaveLength(2_048);
  await expect((await boundedFetch(`${url}/2049`)).text()).rejects.toThrow(
    'Argo CD responded with more than 2 KiB',
  );
});

it('closes an answer that nobody wants to read', async () => {
  let closed: Promise<unknown> | undefined;
  const { url } = await start((_request, response: ServerResponse) => {
    closed = once(response, 'close');
    response.writeHead(500).write('and');
  });
  const response = await boundedFetch(url);
  await response.body?.cancel();
  await expect(closed).resolves.toEqual([]);
});

it('follows redirects within the system, with the same headers', async () => {
  const { url, requests } = await start((request, response) => {
    if (request.url === '/old') {
      response.writeHead(301, { location: '/new' }).end();
    } else {
      response.end('found');
    }
  });
  const response = await boundedFetch(`${url}/old`, {
    headers: { authorization: 'Bearer token' },
  });
  await expect(response.text()).resolves.toBe('found');
  expect(
    requests.map(({ path, headers }) => [path, headers.authorization]),
  ).toEqual([
    ['/old', 'Bearer token'],
    ['/new', 'Bearer token'],
  ]);
});

it('changes nothing', async () => {
  const { url, requests } = await start((_request, response) => response.end());
  await expect(boundedFetch(url, { method: 'POST' })).rejects.toThrow(
    'Argo CD is read-only: POST requests are not sent',
  );
  expect(requests).toEqual([]);
});

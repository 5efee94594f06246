import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { BackendCalls } from './BackendCalls';

const TIMEOUT_MS = 50;
/** Long enough for a request to arrive before it is aborted, on a busy machine too. */
const ARRIVAL_MS = 1_000;
const never = () => new Promise<never>(() => {});

const create = (options: Partial<Parameters<typeof BackendCalls.create>[0]>) =>
  BackendCalls.create({
    title: 'The catalog',
    timeoutMs: TIMEOUT_MS,
    ...options,
  });

/** A server that accepts requests and never answers. */
async function startSilentServer() {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    server,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A client that takes no signal, like those of Backstage. */
const request = (url: string) =>
  new Promise<void>((resolve, reject) => {
    get(url, () => resolve()).on('error', reject);
  });

describe('BackendCalls', () => {
  it('aborts the requests of a call at the time limit', async () => {
    const { server, url, stop } = await startSilentServer();
    const arrived = once(server, 'request');
    const call = create({ timeoutMs: ARRIVAL_MS }).run(() => request(url));
    const [{ socket }] = await arrived;
    const closed = once(socket, 'close');
    await expect(call).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'The catalog did not answer within 1 seconds',
    });
    await closed;
    await stop();
  });

  it('aborts a request that is only sent after the time limit', async () => {
    const { server, url, stop } = await startSilentServer();
    const requests: string[] = [];
    server.on('request', ({ url: path }) => requests.push(path ?? ''));
    let send = () => {};
    const isDue = new Promise<void>(resolve => {
      send = resolve;
    });
    let late: Promise<void> | undefined;
    await expect(
      create({}).run(async () => {
        await isDue;
        late = request(`${url}/late`);
        await late;
      }),
    ).rejects.toThrow('did not answer');
    send();
    await new Promise(process.nextTick);
    await expect(late).rejects.toThrow('did not answer');
    expect(requests).toEqual([]);
    await stop();
  });

  it('leaves other requests alone', async () => {
    const { server, url, stop } = await startSilentServer();
    const open = new Map<string, { destroyed: boolean }>();
    server.on('request', ({ url: path, socket }) =>
      open.set(path ?? '', socket),
    );
    const calls = create({
      timeoutMs: ARRIVAL_MS,
      isAborted: ({ path }) => path === '/aborted',
    });
    const outside = request(`${url}/outside`).catch(() => 'ended');
    await expect(
      calls.run(async () => {
        await Promise.race([
          request(`${url}/aborted`),
          request(`${url}/excepted`),
        ]);
      }),
    ).rejects.toThrow('did not answer');
    const aborted = open.get('/aborted') as unknown as NodeJS.EventEmitter & {
      destroyed: boolean;
    };
    if (!aborted.destroyed) {
      await once(aborted, 'close');
    }
    expect(
      [...open].filter(([, { destroyed }]) => !destroyed).map(([path]) => path),
    ).toEqual(['/outside', '/excepted']);
    await stop();
    await outside;
  });

  it('passes on answers and errors', async () => {
    const calls = create({});
    await expect(calls.run(async () => 42)).resolves.toBe(42);
    await expect(
      calls.run(async () => {
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
  });

  it('bounds the calls that are open, and recovers', async () => {
    const calls = create({});
    let sent = 0;
    const hang = () =>
      calls.run(() => {
        sent++;
        return never();
      });
    const results = await Promise.allSettled(Array.from({ length: 600 }, hang));
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    // 500, and one that finds out whether the backend answers again.
    expect(sent).toBe(501);

    const [probe, refused] = [hang(), hang()];
    await expect(refused).rejects.toThrow(
      'The catalog has 500 open requests; this one was not sent',
    );
    await expect(probe).rejects.toThrow('did not answer');
    expect(sent).toBe(502);

    // It answers again, although what it was asked before stays open.
    await expect(calls.run(async () => 'up')).resolves.toBe('up');
    await expect(
      Promise.all([1, 2, 3].map(n => calls.run(async () => n))),
    ).resolves.toEqual([1, 2, 3]);
  });

  it('counts a call as open only until it settles', async () => {
    const calls = create({});
    const settle: (() => void)[] = [];
    const hang = () =>
      calls.run(() => new Promise<void>(resolve => settle.push(resolve)));
    await Promise.allSettled(Array.from({ length: 500 }, hang));
    settle.splice(0).forEach(each => each());
    await new Promise(process.nextTick);
    const again = await Promise.allSettled(Array.from({ length: 500 }, hang));
    expect(
      again.map(result =>
        result.status === 'rejected' ? result.reason.message : undefined,
      ),
    ).toEqual(
      Array(500).fill('The catalog did not answer within 0.05 seconds'),
    );
    expect(settle).toHaveLength(500);
  });
});

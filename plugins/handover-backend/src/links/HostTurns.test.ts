import { HostHeldError, HostTurns } from './HostTurns';

const { signal } = new AbortController();
const PAUSE_MS = 25;

describe('HostTurns', () => {
  it('makes one request to a host at a time, with a pause in between', async () => {
    const turns = HostTurns.create({ pauseMs: PAUSE_MS });
    const log: string[] = [];
    const times: number[] = [];
    const ask = (host: string) =>
      turns.take(
        host,
        async () => {
          times.push(Date.now());
          log.push(`${host} begins`);
          await new Promise(resolve => setImmediate(resolve));
          log.push(`${host} ends`);
        },
        { signal },
      );
    await Promise.all([ask('a'), ask('a'), ask('b')]);
    expect(log).toEqual([
      'a begins',
      'b begins',
      'a ends',
      'b ends',
      'a begins',
      'a ends',
    ]);
    expect(times[2] - times[0]).toBeGreaterThanOrEqual(PAUSE_MS);
  });

  it('leaves a host alone that did not answer, and does not stop at others', async () => {
    const turns = HostTurns.create({ pauseMs: 0 });
    const fail = () => Promise.reject(new Error('refused'));
    const requests = ['a', 'a', 'b'].map(host =>
      turns.take(host, host === 'a' ? fail : async () => 'fine', { signal }),
    );
    await expect(requests[0]).rejects.toThrow('refused');
    await expect(requests[1]).rejects.toThrow(HostHeldError);
    await expect(requests[2]).resolves.toBe('fine');
  });
});

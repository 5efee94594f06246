import { whenAllowed } from './whenAllowed';

const { signal } = new AbortController();

const now = () => Date.parse('2026-11-30T03:00:00Z');

function tooMany(headers: Record<string, string>) {
  return Object.assign(new Error('Too many'), {
    statusCode: 429,
    response: { headers: new Headers(headers) },
  });
}

it.each([
  [{ 'Retry-After': '7' }, 7],
  [{ 'Retry-After': '0' }, 1],
  [{ 'Retry-After': '99999999999' }, 600],
  [{ 'Retry-After': '' }, 5],
  [{ 'Retry-After': 'Infinity' }, 5],
  [{ 'Retry-After': 'Mon, 30 Nov 2026 03:00:40 GMT' }, 40],
  [{ 'Retry-After': 'Mon, 30 Nov 2026 02:00:00 GMT' }, 1],
  [{}, 5],
])('after 429 with %j, waits for %s seconds', async (headers, seconds) => {
  const sleep = jest.fn(async () => {});
  const ask = jest
    .fn<Promise<string>, []>()
    .mockRejectedValueOnce(tooMany(headers))
    .mockResolvedValueOnce('plan');
  expect(await whenAllowed(ask, signal, { now, sleep })).toBe('plan');
  expect(sleep.mock.calls).toEqual([[seconds * 1_000, signal]]);
});

it('gives up with the answer of the portal when the time is over', async () => {
  const sleep = jest.fn().mockRejectedValue(new Error('aborted'));
  const ask = jest.fn().mockRejectedValue(tooMany({}));
  await expect(whenAllowed(ask, signal, { now, sleep })).rejects.toThrow(
    'Too many',
  );
  expect(ask).toHaveBeenCalledTimes(1);
});

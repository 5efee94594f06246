import { whenAllowed } from './whenAllowed';

const { signal } = new AbortController();

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
  [{ 'Retry-After': '-3' }, 5],
  [{ 'Retry-After': 'Infinity' }, 5],
  [{ 'Retry-After': 'Mon, 30 Nov 2026 03:00:00 GMT' }, 5],
  [{}, 5],
])('after 429 with %j, waits for %s seconds', async (headers, seconds) => {
  const wait = jest.fn(async () => {});
  const ask = jest
    .fn<Promise<string>, []>()
    .mockRejectedValueOnce(tooMany(headers))
    .mockResolvedValueOnce('plan');
  expect(await whenAllowed(ask, signal, wait)).toBe('plan');
  expect(wait.mock.calls).toEqual([[seconds * 1_000, { signal }]]);
});

it('gives up with the answer of the portal when the time is over', async () => {
  const wait = jest.fn().mockRejectedValue(new Error('aborted'));
  const ask = jest.fn().mockRejectedValue(tooMany({}));
  await expect(whenAllowed(ask, signal, wait)).rejects.toThrow('Too many');
  expect(ask).toHaveBeenCalledTimes(1);
});

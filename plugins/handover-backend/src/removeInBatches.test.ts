import { removeInBatches } from './removeInBatches';

it('removes a limited number of rows at once, until none are left', async () => {
  let left = 12_000;
  const remove = jest.fn(async (limit: number) => {
    const removed = Math.min(limit, left);
    left -= removed;
    return removed;
  });
  expect(await removeInBatches(remove)).toBe(12_000);
  expect(left).toBe(0);
  expect(remove.mock.calls).toEqual([[5_000], [5_000], [5_000]]);
});

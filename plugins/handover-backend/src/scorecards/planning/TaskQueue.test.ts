import { TaskQueue } from './TaskQueue';

it('gives the place of a task that nobody waits for any more to another', async () => {
  const queue = TaskQueue.create({ maxWaiting: 1, what: 'plans' });
  let finish = () => {};
  const first = queue.run(
    () =>
      new Promise<string>(resolve => {
        finish = () => resolve('first');
      }),
  );
  const controller = new AbortController();
  const never = jest.fn(async () => 'never');
  const second = queue.run(never, { signal: controller.signal });
  const refused = await queue.run(async () => 'third').catch(String);
  expect(refused).toContain('Too many plans are waiting');

  controller.abort();
  const fourth = queue.run(async () => 'fourth');
  finish();
  await expect(second).rejects.toThrow('aborted');
  expect(await Promise.all([first, fourth])).toEqual(['first', 'fourth']);
  expect(never).not.toHaveBeenCalled();
  expect(await queue.run(async () => 'fifth')).toBe('fifth');
});

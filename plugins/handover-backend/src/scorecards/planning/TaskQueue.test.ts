import { getEventListeners } from 'node:events';
import { TaskQueue } from './TaskQueue';
import { UserLimits } from './UserLimits';

/** A task that runs until it is told to end. */
function endless() {
  let finish = (_: string) => {};
  const result = new Promise<string>(resolve => {
    finish = resolve;
  });
  return { task: () => result, finish };
}

it('gives the place of a task that nobody waits for any more to another', async () => {
  const queue = TaskQueue.create({ maxWaiting: 1, what: 'plans' });
  const { task, finish } = endless();
  const first = queue.run(task);
  const controller = new AbortController();
  const never = jest.fn(async () => 'never');
  const second = queue.run(never, { signal: controller.signal });
  const refused = await queue.run(async () => 'third').catch(String);
  expect(refused).toContain('Too many plans are waiting');

  controller.abort();
  await expect(second).rejects.toThrow('aborted');
  const order: string[] = [];
  const fourth = queue.run(async () => order.push('fourth'));
  void first.then(() => order.push('first'));
  finish('first');
  await fourth;
  expect(order).toEqual(['first', 'fourth']);
  expect(never).not.toHaveBeenCalled();
  expect(await queue.run(async () => 'fifth')).toBe('fifth');
  const { signal } = controller;
  await expect(queue.run(never, { signal })).rejects.toThrow('aborted');
  expect(never).not.toHaveBeenCalled();
});

it('lets a user ask again after giving up a task that waited', async () => {
  const queue = TaskQueue.create({ maxWaiting: 3, what: 'plans' });
  const limits = UserLimits.create({ perMinute: 30, what: 'scorecard plan' });
  const { task, finish } = endless();
  const other = limits.run('grace', () => queue.run(task));
  const run = (signal: AbortSignal, answer: string) =>
    limits.run('ada', () => queue.run(async () => answer, { signal }));
  const controller = new AbortController();
  const waiting = run(controller.signal, 'first');
  const early = await run(new AbortController().signal, 'early').catch(String);
  expect(early).toContain("'ada' already has a scorecard plan in progress");

  controller.abort();
  await expect(waiting).rejects.toThrow('aborted');
  const { signal } = new AbortController();
  const again = run(signal, 'again');
  finish('done');
  expect(await Promise.all([other, again])).toEqual(['done', 'again']);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
});

it('does not end a task that runs', async () => {
  const queue = TaskQueue.create({ maxWaiting: 0, what: 'plans' });
  const controller = new AbortController();
  const { task, finish } = endless();
  let begin = () => {};
  const begun = new Promise<void>(resolve => {
    begin = resolve;
  });
  const running = queue.run(
    () => {
      begin();
      return task();
    },
    { signal: controller.signal },
  );
  await begun;
  controller.abort();
  const refused = await queue.run(async () => 'next').catch(String);
  expect(refused).toContain('Too many plans are waiting');
  finish('done');
  expect(await running).toBe('done');
});

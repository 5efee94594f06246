import { UserLimits } from './UserLimits';

it('lets each user start a number of tasks in a minute, one at a time', async () => {
  let now = 0;
  const limits = UserLimits.create({
    perMinute: 2,
    what: 'scorecard plan',
    now: () => now,
  });
  let finish = () => {};
  const run = (user: string) =>
    limits.run(user, async () => 'done').catch(error => error);
  const first = limits.run(
    'ada',
    () =>
      new Promise<string>(resolve => {
        finish = () => resolve('first');
      }),
  );
  expect(await run('ada')).toMatchObject({
    status: 429,
    message:
      "'ada' already has a scorecard plan in progress. Try again when it ends.",
  });
  expect(await run('grace')).toBe('done');
  finish();
  expect(await first).toBe('first');

  now = 40_000;
  const failing = limits.run('ada', async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  now = 59_001;
  expect(await run('ada')).toMatchObject({
    retryAfterSeconds: 1,
    message:
      "'ada' has made 2 scorecard plans in the last minute. Try again in 1 s.",
  });
  expect(await run('grace')).toBe('done');
  now = 60_000;
  expect(await run('ada')).toBe('done');
  expect(await run('ada')).toMatchObject({ retryAfterSeconds: 40 });
});

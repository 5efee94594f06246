import { RateLimitedError } from './RateLimitedError';
import { RateLimits } from './RateLimits';

it('leaves alone who said so, for as long, and nobody else', async () => {
  const limits = RateLimits.create();
  const refuse = jest.fn(async () => {
    throw new RateLimitedError({
      message: 'Not now',
      retryAt: new Date(Date.now() + 100),
    });
  });
  const answer = jest.fn(async () => 'answer');
  await expect(limits.ask('a', refuse)).rejects.toThrow('Not now');
  await expect(limits.ask('a', answer)).rejects.toThrow('Not now');
  expect(answer).not.toHaveBeenCalled();
  await expect(limits.ask('b', answer)).resolves.toBe('answer');

  await new Promise(resolve => setTimeout(resolve, 150));
  await expect(limits.ask('a', answer)).resolves.toBe('answer');
  expect(refuse).toHaveBeenCalledTimes(1);
});

it('asks again after any other failure', async () => {
  const limits = RateLimits.create();
  await expect(
    limits.ask('a', async () => {
      throw new Error('Broken');
    }),
  ).rejects.toThrow('Broken');
  await expect(limits.ask('a', async () => 'answer')).resolves.toBe('answer');
});

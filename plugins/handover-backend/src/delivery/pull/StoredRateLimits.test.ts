import { RateLimitedError } from '@backstage-handover/plugin-handover-node';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  createTestOutbox,
  createTestStore,
} from '../../documents/__testUtils__/databases';
import { DatabaseDeliveryStore } from '../store';
import { StoredRateLimits } from './StoredRateLimits';

jest.setTimeout(60_000);

const T0 = Date.parse('2026-11-20T10:00:00.000Z');

describe('StoredRateLimits', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let clock: { now: Date };

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await createTestStore(knex);
      clock = { now: new Date(T0) };
    });

    afterEach(async () => {
      await knex.destroy();
    });

    /** The limits as another process sees them. */
    const ofProcess = async (provider = 'github-actions') =>
      StoredRateLimits.create({
        store: await DatabaseDeliveryStore.create({
          database: mockServices.database({ knex }),
          outbox: await createTestOutbox(knex),
          now: () => clock.now,
        }),
        provider,
        now: () => clock.now,
      });
    const refuse = (retryAt: Date) => async (): Promise<string> => {
      throw new RateLimitedError({ message: 'Not now', retryAt });
    };
    const answer = async () => 'answer';

    it('do not hold for a month when the clock is set back', async () => {
      const limits = await ofProcess();
      clock.now = new Date(T0 + 30 * 86_400_000);
      const until = new Date(clock.now.getTime() + 60_000);
      await expect(limits.ask('a', refuse(until))).rejects.toThrow('Not now');
      clock.now = new Date(T0);
      await expect(limits.ask('a', answer)).resolves.toBe('answer');

      // A limit of now takes the place of that one.
      const soon = new Date(T0 + 60_000);
      await expect(limits.ask('a', refuse(soon))).rejects.toThrow('Not now');
      const sent = jest.fn(answer);
      await expect(limits.ask('a', sent)).rejects.toThrow('Not now');
      expect(sent).not.toHaveBeenCalled();
    });

    it('holds back every process until the limit ends, and nobody else', async () => {
      const [first, second] = [await ofProcess(), await ofProcess()];
      const until = new Date(T0 + 60_000);
      await expect(first.ask('a', refuse(until))).rejects.toThrow('Not now');

      const sent = jest.fn(answer);
      for (const limits of [first, second]) {
        await expect(limits.ask('a', sent)).rejects.toMatchObject({
          name: 'RateLimitedError',
          message: 'Not now',
          retryAt: until,
        });
      }
      expect(sent).not.toHaveBeenCalled();
      await expect(second.ask('b', answer)).resolves.toBe('answer');
      await expect((await ofProcess('gitlab')).ask('a', answer)).resolves.toBe(
        'answer',
      );

      clock.now = until;
      await expect(second.ask('a', answer)).resolves.toBe('answer');
    });

    it('asks again after any other failure', async () => {
      const limits = await ofProcess();
      await expect(
        limits.ask('a', async () => {
          throw new Error('Broken');
        }),
      ).rejects.toThrow('Broken');
      await expect(limits.ask('a', answer)).resolves.toBe('answer');
    });

    it('keeps the later of two limits, but never for longer than a day', async () => {
      const limits = await ofProcess();
      await Promise.allSettled([
        limits.ask('a', refuse(new Date(T0 + 60_000))),
        limits.ask('a', refuse(new Date(T0 + 120_000))),
        limits.ask('a', refuse(new Date(T0 + 90_000))),
        limits.ask('b', refuse(new Date('9999-01-01T00:00:00.000Z'))),
        limits.ask('c', refuse(new Date(NaN))),
      ]);
      clock.now = new Date(T0 + 119_999);
      await expect(limits.ask('a', answer)).rejects.toThrow('Not now');
      clock.now = new Date(T0 + 120_000);
      await expect(limits.ask('a', answer)).resolves.toBe('answer');

      clock.now = new Date(T0 + 24 * 60 * 60 * 1000 - 1);
      await expect(limits.ask('b', answer)).rejects.toThrow('Not now');
      await expect(limits.ask('c', answer)).rejects.toThrow('Not now');
      clock.now = new Date(T0 + 24 * 60 * 60 * 1000);
      await expect(limits.ask('b', answer)).resolves.toBe('answer');
      await expect(limits.ask('c', answer)).resolves.toBe('answer');
    });
  });
});

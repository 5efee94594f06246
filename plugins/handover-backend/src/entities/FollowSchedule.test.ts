import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '../__testUtils__/eventually';
import { FollowSchedule } from './FollowSchedule';

describe('following the catalog while the backend starts', () => {
  /** @param counts - What the catalog counts, one call after the other. */
  async function start(counts: (number | Error)[]) {
    const log: string[] = [];
    let count = 0;
    const lifecycle = mockServices.lifecycle.mock();
    const schedule = FollowSchedule.create({
      entities: {
        countInCatalog: async () => {
          const next = counts.shift()!;
          if (next instanceof Error) {
            log.push('failed');
            throw next;
          }
          count = next;
          log.push(`counted ${count}`);
          return count;
        },
        sync: async () => {
          log.push('compared');
          return { seen: count, added: 0, changed: 0, removed: 0 };
        },
      },
      logger: mockServices.logger.mock(),
      frequencyMs: 60_000,
      startupDelaysMs: counts.map(() => 0),
    });
    await schedule.start({ scheduler: mockServices.scheduler(), lifecycle });
    lifecycle.addStartupHook.mock.calls[0][0]();
    return log;
  }

  it('compares it while it grows, and once more when it no longer does', async () => {
    const log = await start([2, 5, 5, 5, 5, 5, 5]);
    await eventually(() =>
      expect(log).toEqual([
        ...['counted 2', 'compared', 'counted 5', 'compared'],
        ...['counted 5', 'counted 5', 'counted 5', 'compared'],
      ]),
    );
  });

  it('goes on when the catalog fails, and while it is empty', async () => {
    const log = await start([new Error('not yet'), 0, 0, 1, 1, 1, 1, 1]);
    await eventually(() =>
      expect(log).toEqual([
        ...['failed', 'counted 0', 'compared', 'counted 0'],
        ...['counted 1', 'compared', 'counted 1', 'counted 1', 'counted 1'],
        'compared',
      ]),
    );
  });
});

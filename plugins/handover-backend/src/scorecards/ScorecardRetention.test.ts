import { mockServices } from '@backstage/backend-test-utils';
import type { ScorecardsConfig } from './config';
import { ScorecardRetention } from './ScorecardRetention';

const DAY_MS = 86_400_000;

/** Each kind is kept for a different number of days. */
const config = {
  historyRetentionMs: DAY_MS,
  exemptions: { retentionMs: 2 * DAY_MS },
  initiatives: { retentionMs: 3 * DAY_MS },
} as ScorecardsConfig;

async function start() {
  const scheduler = mockServices.scheduler.mock();
  const removals = {
    history: jest.fn(async (_: Date) => 0),
    exemptions: jest.fn(async (_: Date) => 0),
    initiatives: jest.fn(async (_: Date) => 0),
  };
  await ScorecardRetention.create({
    store: { removeHistoryBefore: removals.history },
    exemptions: { removeBefore: removals.exemptions },
    initiatives: { removeClosedBefore: removals.initiatives },
    config,
  }).start({ scheduler });
  const [[{ fn }]] = scheduler.scheduleTask.mock.calls;
  return { ...removals, run: async () => fn(new AbortController().signal) };
}

it('removes each kind of data that is older than its own retention', async () => {
  const { run, ...removals } = await start();
  await run();
  const ages = Object.values(removals).map(({ mock: { calls } }) =>
    calls.map(([time]) => Math.round((Date.now() - time.getTime()) / DAY_MS)),
  );
  expect(ages).toEqual([[1], [2], [3]]);
});

it('removes the others if some kinds of data fail, and reports every failure', async () => {
  const { run, history, exemptions, initiatives } = await start();
  history.mockRejectedValue(new Error('locked'));
  exemptions.mockRejectedValue(new Error('gone'));
  await expect(run()).rejects.toThrow('Error: locked; Error: gone');
  expect(initiatives).toHaveBeenCalledTimes(1);
});

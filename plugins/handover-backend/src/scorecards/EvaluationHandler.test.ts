import type { WorkQueue } from '../queue';
import { EvaluationHandler } from './EvaluationHandler';

const NOW = new Date('2026-11-20T10:00:00Z');
const ITEM = { key: 'component:default/a', claimToken: 't', failures: 0 };

it('gives claimed entities back if what they need cannot be loaded', async () => {
  const settle = jest.fn(async () => new Set<string>());
  const handler = EvaluationHandler.create({
    queue: {
      claim: async () => [ITEM],
      settle,
    } as Partial<WorkQueue> as WorkQueue,
    scorecards: {
      list: async () => {
        throw new Error('The database does not answer');
      },
    } as never,
    entities: { getMany: async () => [] },
    documents: { readRevisions: async () => new Map() },
    store: {} as never,
    initiatives: { listOpen: async () => [] },
    inputs: {} as never,
    intervalMs: 1_000,
    now: () => NOW,
  });
  await expect(handler.claim({ limit: 10, claimUntil: NOW })).rejects.toThrow(
    'The database does not answer',
  );
  expect(settle).toHaveBeenCalledWith('scorecards', [
    {
      key: ITEM.key,
      claimToken: 't',
      dueAt: new Date('2026-11-20T10:01:00Z'),
      result: 'failed',
    },
  ]);
});

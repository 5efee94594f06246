import { NonsenseError } from '@backstage-handover/plugin-handover-common/gate';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ContributorRunner } from './ContributorRunner';

const SUBJECT = 'component:default/orders';
const SECRET = 'https://bot:hunter2@calendars.example.com';
const LABELS = { kind: 'calendar source', id: 'company' };

/** A runner that waits for 50 ms, on a clock that only its contributors move. */
function createRunner() {
  const add = jest.fn();
  const record = jest.fn();
  const metrics = metricsServiceMock.mock({
    createCounter: jest.fn(() => ({ add })),
    createHistogram: jest.fn(() => ({ record })),
  });
  const logger = mockServices.logger.mock();
  const runner = ContributorRunner.create({ timeoutMs: 50, logger, metrics });
  let now = 8_000;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  return {
    add,
    record,
    metrics,
    warnings: logger.warn.mock.calls,
    run: (
      answer: () => unknown,
      check: (value: unknown) => unknown = value => value,
    ) =>
      runner.run({
        kind: 'calendar source',
        id: 'company',
        title: 'Company calendars',
        subject: SUBJECT,
        ask: async () => {
          now += 250;
          return answer();
        },
        check,
      }),
  };
}
afterEach(() => {
  jest.restoreAllMocks();
});

const failing = (error: unknown) => () => {
  throw error;
};
const warning = (what: string) =>
  `The calendar source 'company' of the gate cannot be used for '${SUBJECT}': it ${what}`;

it('returns the checked answer, and measures how long it took', async () => {
  const { run, add, record, warnings } = createRunner();
  const answer = await run(
    () => [1, 2],
    value => (value as number[]).length,
  );
  expect(answer).toEqual({ value: 2 });
  expect(add.mock.calls).toEqual([[1, { ...LABELS, outcome: 'ok' }]]);
  expect(record.mock.calls).toEqual([[0.25, LABELS]]);
  expect(warnings).toEqual([]);
});

it.each<[string, Parameters<ReturnType<typeof createRunner>['run']>, string]>([
  ['failed', [failing(new Error(SECRET))], 'failed'],
  [
    'invalid',
    [() => [], failing(new Error(SECRET))],
    'returned an invalid result',
  ],
  [
    'invalid',
    [() => [], failing(new NonsenseError('0.title', 'is missing'))],
    "returned an invalid result: '0.title' is missing",
  ],
])('counts one that %s, and logs why', async (outcome, answer, message) => {
  const { run, add, record, warnings } = createRunner();
  expect(await run(...answer)).toEqual({
    failure: `Company calendars ${message}`,
  });
  expect(add.mock.calls).toEqual([[1, { ...LABELS, outcome }]]);
  expect(record.mock.calls).toEqual([[0.25, LABELS]]);
  expect(warnings).toEqual([[warning(message), expect.any(Error)]]);
});

it('counts one that does not answer, which has no error to log', async () => {
  const { run, add, record, warnings } = createRunner();
  const message = 'did not answer within 0.05 seconds';
  expect(await run(() => new Promise(() => {}))).toEqual({
    failure: `Company calendars ${message}`,
  });
  expect(add.mock.calls).toEqual([[1, { ...LABELS, outcome: 'timeout' }]]);
  expect(record.mock.calls).toEqual([[0.25, LABELS]]);
  expect(warnings).toEqual([[warning(message)]]);
});

it('measures in units that OpenTelemetry knows', () => {
  const { metrics } = createRunner();
  expect(metrics.createCounter).toHaveBeenCalledWith(
    'handover.gate.contributor.answers',
    expect.objectContaining({ unit: '{answer}' }),
  );
  const [name, options] = jest.mocked(metrics.createHistogram).mock.calls[0];
  expect(name).toBe('handover.gate.contributor.duration');
  expect(options?.unit).toBe('s');
  // Buckets tell a quick answer from one just within the default time limit.
  const boundaries = options?.advice?.explicitBucketBoundaries ?? [];
  expect(Math.min(...boundaries)).toBeLessThan(0.01);
  expect(Math.max(...boundaries)).toBeGreaterThan(3);
});

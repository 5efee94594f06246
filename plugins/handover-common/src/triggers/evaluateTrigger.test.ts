import fc from 'fast-check';
import { durationMs } from '../text/duration';
import {
  decidingReading,
  evaluateTrigger,
  type MeasuredTrigger,
  type TriggerReading,
  triggerRange,
  type TriggerSample,
} from './index';

const NOW = Date.parse('2026-11-29T10:00:00Z');
const trigger: MeasuredTrigger = {
  text: 'Requests fail',
  query: 'errors',
  above: 0.01,
  for: 'PT2M',
};
const range = triggerRange(trigger, NOW);
const at = (clock: string) => Date.parse(`2026-11-29T${clock}Z`);

/** One result every 30 seconds up to now, the latest last. None where there is none. */
const ending = (...values: (number | undefined)[]): TriggerSample[] =>
  values.flatMap((value, index) =>
    value === undefined
      ? []
      : [{ at: NOW - (values.length - 1 - index) * range.stepMs, value }],
  );

const evaluate = (...series: TriggerSample[][]) => {
  const { history, ...reading } = evaluateTrigger(trigger, series, range);
  return reading;
};

it('reads an hour in steps of half a minute, and more for a longer period', () => {
  expect(range).toEqual({
    from: at('09:00:00'),
    to: NOW,
    stepMs: 30_000,
  });
  // A step that doesn't divide the period would be late by up to a step.
  expect(triggerRange({ ...trigger, for: 'PT45S' }, NOW).stepMs).toBe(22_500);
  expect(triggerRange({ ...trigger, for: 'PT10S' }, NOW).stepMs).toBe(30_000);
  const day = triggerRange({ ...trigger, for: 'P1D' }, NOW + 999);
  expect(day).toEqual({ from: NOW - 108_000_000, to: NOW, stepMs: 900_000 });
  expect(() => triggerRange({ ...trigger, for: 'P1M' }, NOW)).toThrow(
    "The duration 'P1M' has no fixed length",
  );
});

const latest = { at: '2026-11-29T10:00:00.000Z' };
const since = (clock: string) => `2026-11-29T${clock}.000Z`;

/** What is said of results, one list for each series. */
const CASES: [string, TriggerReading, TriggerSample[][]][] = [
  [
    'is met once it held long enough',
    { state: 'met', value: 0.06, since: since('09:58:00'), ...latest },
    [ending(0, 0.02, 0.03, 0.04, 0.05, 0.06)],
  ],
  [
    'is not met while it does not hold long enough yet',
    { state: 'notMet', value: 0.06, since: since('09:58:30'), ...latest },
    [ending(0, 0.03, 0.04, 0.05, 0.06)],
  ],
  [
    'is not met at exactly the value',
    { state: 'notMet', value: 0.01, ...latest },
    [ending(0.5, 0.5, 0.5, 0.5, 0.5, 0.01)],
  ],
  [
    'is met since the first result that was read, or earlier',
    {
      state: 'met',
      value: 1,
      since: since('09:58:00'),
      orEarlier: true,
      ...latest,
    },
    [ending(1, 1, 1, 1, 1)],
  ],
  ['is unknown without a result', { state: 'unknown', reason: 'noData' }, [[]]],
  [
    'is unknown with several results',
    { state: 'unknown', reason: 'severalSeries' },
    [ending(1, 1, 1, 1, 1), ending(0)],
  ],
  [
    'is unknown if the last result is old',
    { state: 'unknown', reason: 'stale', value: 0, at: since('09:58:30') },
    [ending(0, undefined, undefined, undefined)],
  ],
  [
    'is unknown if the result is no number',
    { state: 'unknown', reason: 'notANumber', ...latest },
    [ending(0, 0, NaN)],
  ],
  [
    'is unknown if the result is infinite',
    { state: 'unknown', reason: 'notANumber', ...latest },
    [ending(0, 0, Infinity)],
  ],
  [
    'is unknown if results are missing while it must hold',
    {
      state: 'unknown',
      reason: 'gaps',
      value: 1,
      since: since('09:59:00'),
      orEarlier: true,
      ...latest,
    },
    [ending(0, 1, undefined, 1, 1, 1)],
  ],
  [
    'is unknown if a result was no number while it must hold',
    {
      state: 'unknown',
      reason: 'gaps',
      value: 1,
      since: since('09:59:00'),
      orEarlier: true,
      ...latest,
    },
    [ending(0, 1, NaN, 1, 1, 1)],
  ],
  [
    'is unknown as long as there are too few results',
    {
      state: 'unknown',
      reason: 'gaps',
      value: 1,
      since: since('09:59:30'),
      orEarlier: true,
      ...latest,
    },
    [ending(1, 1)],
  ],
  [
    'ignores a series that ended before the period',
    { state: 'notMet', value: 0, ...latest },
    [ending(0), [{ at: at('09:30:00'), value: 1 }], []],
  ],
];

it.each(CASES)('%s', (_, reading, series) => {
  expect(evaluate(...series)).toEqual(reading);
});

it('keeps the results at their times, without what is no number', () => {
  const { history } = evaluateTrigger(
    trigger,
    [ending(0.5, undefined, NaN, 0)],
    range,
  );
  expect(history).toMatchObject({
    from: since('09:00:00'),
    stepSeconds: 30,
  });
  expect(history?.values).toHaveLength(121);
  expect(history?.values.slice(-5)).toEqual([null, 0.5, null, null, 0]);
});

describe('of any results', () => {
  const value = fc.oneof(
    fc.constantFrom(0, 0.01, 0.02, 1),
    fc.constantFrom(NaN, Infinity, -Infinity),
    fc.double(),
  );
  const value01 = fc.double({ noNaN: true, min: 0, max: 0.02 });
  const results = fc.array(fc.option(value, { nil: undefined, freq: 8 }), {
    maxLength: 20,
  });
  const stateOf = (samples: TriggerSample[], of = trigger) =>
    evaluateTrigger(of, [samples], triggerRange(of, NOW)).state;

  const holds = ['PT30S', 'PT45S', 'PT61S', 'PT2M', 'PT50M', 'PT23H', 'P1D'];

  it.each(holds)(
    'is what Prometheus says of an alert for %s, where no result is missing',
    hold => {
      const of = { ...trigger, for: hold };
      const { stepMs } = triggerRange(of, NOW);
      const steps = Math.round(durationMs(hold)! / stepMs);
      fc.assert(
        fc.property(
          fc.array(value01, { maxLength: 12 }),
          fc.integer({ min: -2, max: 2 }),
          (values, more) => {
            // A pending alert, evaluated one step after the other.
            const all = [
              ...[0, ...values],
              ...Array.from({ length: Math.max(1, steps + 1 + more) }, () => 1),
            ];
            let pending = 0;
            for (const each of all) {
              pending = each > 0.01 ? pending + 1 : 0;
            }
            const samples = all.map((each, index) => ({
              at: NOW - (all.length - 1 - index) * stepMs,
              value: each,
            }));
            const isMet = pending - 1 >= steps;
            expect(stateOf(samples, of)).toBe(isMet ? 'met' : 'notMet');
          },
        ),
      );
    },
  );

  it('only becomes unknown with fewer results, never the opposite', () => {
    fc.assert(
      fc.property(results, fc.func(fc.boolean()), (values, isKept) => {
        const all = ending(0, ...values);
        const fewer = all.filter((sample, index) => isKept(index, sample.at));
        const state = stateOf(all);
        const isLatestKept = fewer.at(-1) === all.at(-1);
        fc.pre(isLatestKept);
        expect([state, 'unknown']).toContain(stateOf(fewer));
      }),
    );
  });

  it('does not depend on their order, and mirrors below to above', () => {
    const { above, ...rest } = trigger;
    const mirrored = { ...rest, below: -0.01 };
    fc.assert(
      fc.property(results, values => {
        const samples = ending(...values);
        const state = stateOf(samples);
        expect(stateOf([...samples].reverse())).toBe(state);
        const negated = samples.map(each => ({ ...each, value: -each.value }));
        expect(stateOf(negated, mirrored)).toBe(state);
      }),
    );
  });

  it.each(holds)('is never "not met" without a recent number, for %s', hold => {
    const age = fc.integer({ min: 120_001, max: 7_200_000 });
    const of = { ...trigger, for: hold };
    fc.assert(
      fc.property(results, age, (values, ms) => {
        const samples = ending(...values).map(each => ({
          ...each,
          at: each.at - ms,
        }));
        expect(stateOf(samples, of)).toBe('unknown');
      }),
    );
  });
});

describe('decidingReading', () => {
  const reading = (state: TriggerReading['state']): TriggerReading => ({
    state,
  });
  const stateOf = (...states: TriggerReading['state'][]) =>
    decidingReading(states.map(reading))?.state;

  it('is met if one source says so, and not met only if all do', () => {
    expect(stateOf('notMet', 'unknown', 'met')).toBe('met');
    expect(stateOf('notMet', 'unknown')).toBe('unknown');
    expect(stateOf('notMet', 'notMet')).toBe('notMet');
    expect(stateOf()).toBeUndefined();
  });

  it('is the one that is met for longest', () => {
    const met = (clock: string, orEarlier?: boolean): TriggerReading => ({
      state: 'met',
      since: since(clock),
      ...(orEarlier && { orEarlier }),
    });
    const [late, early] = [met('09:50:00'), met('09:40:00')];
    const open = met('09:55:00', true);
    expect(decidingReading([late, early])).toBe(early);
    expect(decidingReading([late, early, open])).toBe(open);
    expect(decidingReading([early, reading('unknown')])).toBe(early);
  });

  it('does not depend on the order, the grouping or the number of sources', () => {
    const states = fc.array(
      fc.constantFrom<TriggerReading['state']>('met', 'notMet', 'unknown'),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(states, states, (a, b) => {
        const all = stateOf(...a, ...b);
        expect(stateOf(...b, ...a)).toBe(all);
        expect(stateOf(stateOf(...a)!, stateOf(...b)!)).toBe(all);
        expect(stateOf(...a, ...a, ...b)).toBe(all);
      }),
    );
  });
});

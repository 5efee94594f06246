import {
  type EvaluatedTrigger,
  type HandoverDocument,
  measuredTriggers,
  triggerWatch,
} from './index';

const NOW = Date.parse('2026-11-29T10:10:00Z');
const time = (clock: string) => `2026-11-29T${clock}:00.000Z`;
const deployment = {
  environment: 'production',
  version: '2.33.0',
  deployedAt: time('10:00'),
};

const trigger = (more: Partial<EvaluatedTrigger>): EvaluatedTrigger => ({
  text: 'Requests fail',
  query: 'errors',
  above: 1,
  state: 'met',
  ...more,
});

const watch = (
  triggers: EvaluatedTrigger[],
  rollback = {},
  now = NOW,
  of = deployment,
) => triggerWatch({ deployment: of, triggers, rollback, now });

it('lasts an hour, or as long as the handover says', () => {
  expect(watch([])).toEqual({ ...deployment, until: time('11:00') });
  expect(watch([], { watchFor: 'PT15M' })?.until).toBe(time('10:15'));
  expect(watch([], { watchFor: 'PT10M' })).toBeUndefined();
  // The schema no longer accepts it.
  expect(watch([], { watchFor: 'P1M' })?.until).toBe(
    '2026-12-27T10:00:00.000Z',
  );
});

it('has not begun before the deployment', () => {
  expect(watch([], {}, Date.parse(time('09:59')))).toBeUndefined();
  expect(watch([], {}, Date.parse(time('10:00')))).toBeDefined();
  expect(
    watch([], {}, NOW, { ...deployment, deployedAt: 'noon' }),
  ).toBeUndefined();
});

it('says until when to decide, from when the first trigger was met', () => {
  const decideBy = (...triggers: EvaluatedTrigger[]) =>
    watch(triggers, { decideWithin: 'PT8M' })?.decideBy;
  const fast = trigger({ since: time('10:04'), for: 'PT2M' });
  const slow = trigger({ since: time('10:03'), for: 'PT6M' });
  expect(decideBy(slow)).toBe(time('10:17'));
  expect(decideBy(slow, fast)).toBe(time('10:14'));
  // What was met before the deployment leaves the whole time.
  expect(decideBy(fast, trigger({ since: time('09:00') }))).toBe(time('10:08'));
  expect(decideBy(trigger({ state: 'notMet', since: time('10:04') }))).toBe(
    undefined,
  );
  expect(watch([fast])?.decideBy).toBeUndefined();
});

describe('the time to decide', () => {
  const hours = { watchFor: 'PT8H', decideWithin: 'PT90M' };
  /** The last hour until the time, with a result every ten minutes. */
  const read = (
    until: string,
    values: (number | null)[],
    more: Partial<EvaluatedTrigger> = {},
  ) =>
    trigger({
      for: 'PT20M',
      history: {
        from: new Date(
          Date.parse(time(until)) - (values.length - 1) * 600_000,
        ).toISOString(),
        stepSeconds: 600,
        values,
      },
      ...more,
    });
  const decideBy = (clock: string, ...triggers: EvaluatedTrigger[]) =>
    watch(triggers, hours, Date.parse(time(clock)))?.decideBy;

  it('begins with the deployment if it may have been met before', () => {
    for (const [clock, since] of [
      ['11:55', '10:55'],
      ['12:25', '11:25'],
    ]) {
      const met = trigger({ since: time(since), orEarlier: true });
      expect(decideBy(clock, met)).toBe(time('11:30'));
    }
  });

  it('goes on if the trigger dips and returns, or a result is missing', () => {
    const met = { since: time('10:40'), orEarlier: true };
    const dip = read('11:00', [0, 2, 2, 2, 0, 2, 2, 2], {
      since: time('10:40'),
    });
    // Met at 10:20, and again at 11:00.
    expect(decideBy('11:01', dip)).toBe(time('11:50'));
    const gap = read('11:00', [0, 2, 2, 2, null, 2, 2, 2], met);
    expect(decideBy('11:01', gap)).toBe(time('11:30'));
    const gapBefore = read('11:20', [0, 2, null, 2, 2, 2, 0, 2, 2, 2], {
      since: time('11:00'),
    });
    expect(decideBy('11:21', gapBefore)).toBe(time('11:50'));
    const short = read('11:00', [0, 0, 2, 2, 0, 2, 2, 2], {
      since: time('10:40'),
    });
    expect(decideBy('11:01', short)).toBe(time('12:30'));
  });

  it('is not about what was only met before the deployment', () => {
    const before = read('10:40', [0, 2, 2, 2, 0, 0, 2, 2, 2], {
      since: time('10:20'),
    });
    expect(decideBy('10:41', before)).toBe(time('12:10'));
  });

  it('does not end with the watch while a trigger is met', () => {
    const rollback = { watchFor: 'PT30M', decideWithin: 'PT15M' };
    const at = (clock: string, ...triggers: EvaluatedTrigger[]) =>
      watch(triggers, rollback, Date.parse(time(clock)));
    const met = trigger({ since: time('10:25') });
    expect(at('10:39', met)).toMatchObject({
      until: time('10:40'),
      decideBy: time('10:40'),
    });
    expect(at('10:40', met)).toBeUndefined();
    expect(at('10:39', trigger({ state: 'notMet' }))).toBeUndefined();
    // Met after the watch: no deployment to decide about.
    expect(at('10:39', trigger({ since: time('10:31') }))).toBeUndefined();
  });

  it.each([
    ['P1M', '2026-12-27T10:00:00.000Z'],
    ['P1Y', '2027-11-29T10:00:00.000Z'],
    ['PT90,5S', '2026-11-29T10:01:30.500Z'],
  ])('can be %s', (decideWithin, end) => {
    const met = trigger({ since: time('09:00') });
    expect(watch([met], { decideWithin })?.decideBy).toBe(end);
  });
});

it('is about the triggers with a query, of a section that applies', () => {
  const triggers = [
    'Down',
    { text: 'Also down' },
    { text: 'Requests fail', query: 'errors', above: 1 },
  ];
  const documentWith = (
    rollback: HandoverDocument['rollback'],
  ): HandoverDocument => ({
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    rollback,
  });
  expect(measuredTriggers(documentWith({ triggers }))).toEqual([triggers[2]]);
  expect(
    measuredTriggers(documentWith({ triggers, notApplicable: 'Read-only' })),
  ).toEqual([]);
  expect(measuredTriggers(undefined)).toEqual([]);
});

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
  expect(watch([], { watchFor: 'P1M' })?.until).toBe(
    '9999-12-31T00:00:00.000Z',
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

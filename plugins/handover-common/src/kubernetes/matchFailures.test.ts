import { type DocumentedFailure, matchFailures } from './matchFailures';
import type { PodProblem } from './types';

function problem(reason: string, more: Partial<PodProblem> = {}): PodProblem {
  return {
    reason,
    container: 'api',
    reasons: [reason],
    messages: [],
    ...more,
  };
}

const symptoms = (of: PodProblem, failures: DocumentedFailure[]) =>
  matchFailures(of, failures).map(({ failure, by }) => [failure.symptom, by]);

it('prefers the failure that says most', () => {
  const failures: DocumentedFailure[] = [
    { symptom: 'by its words: crash-looping' },
    { symptom: 'by reason', match: { reason: 'CrashLoopBackOff' } },
    { symptom: 'by container', match: { container: 'API' } },
    {
      symptom: 'by message',
      match: { reason: 'crashloopbackoff', message: 'payments_url' },
    },
    {
      symptom: 'of another container',
      match: { reason: 'CrashLoopBackOff', container: 'proxy' },
    },
    { symptom: 'with another message', match: { message: 'disk full' } },
    { symptom: 'Orders are slow' },
  ];
  expect(
    symptoms(
      problem('CrashLoopBackOff', { messages: ['PAYMENTS_URL is not set'] }),
      failures,
    ),
  ).toEqual([
    ['by message', 'match'],
    ['by container', 'match'],
    ['by reason', 'match'],
    ['by its words: crash-looping', 'words'],
  ]);
});

it.each([
  ['ErrImagePull', 'ImagePullBackOff'],
  ['FailedScheduling', 'Unschedulable'],
  ['BackOff', 'CrashLoopBackOff'],
  ['ContainersNotReady', 'Unhealthy'],
])('takes %s for a stage of %s', (reason, documented) => {
  expect(
    symptoms(problem(reason), [
      { symptom: 'it', match: { reason: documented } },
      { symptom: 'other', match: { reason: 'OOMKilled' } },
    ]),
  ).toEqual([['it', 'match']]);
});

it('knows how a container ended, too', () => {
  const killed = problem('CrashLoopBackOff', {
    reasons: ['CrashLoopBackOff', 'OOMKilled'],
  });
  expect(
    symptoms(killed, [{ symptom: 'killed', match: { reason: 'OOMKilled' } }]),
  ).toEqual([['killed', 'match']]);
});

it.each([
  ['CrashLoopBackOff', 'Pods are crash-looping.', true],
  ['CrashLoopBackOff', 'The service keeps restarting', true],
  ['CrashLoopBackOff', 'Orders are lost', false],
  ['ImagePullBackOff', 'The image cannot be found: image pull errors', true],
  ['ErrImagePull', 'New pods show `ImagePullBackOff`', true],
  ['Error', 'Customers see an error', false],
  ['FailedPostStartHook', 'FailedPostStartHook in the events', true],
  ['OOMKilled', 'Pods run out of memory at midnight', true],
  ['OOMKilled', 'Pods are crash-looping.', false],
  ['CreateContainerConfigError', 'A secret is missing', true],
  ['Unschedulable', 'Pods stay pending', true],
  ['Unhealthy', 'The readiness probe fails', true],
  ['Unhealthy', 'Customers are unhappy', false],
  ['Evicted', 'Pods are evicted under disk pressure', true],
])('where nothing says how it looks, %s is "%s": %s', (reason, symptom, is) => {
  expect(symptoms(problem(reason), [{ symptom }])).toEqual(
    is ? [[symptom, 'words']] : [],
  );
});

it('takes a failure without a symptom by its cause, and none where there is none', () => {
  expect(
    matchFailures(problem('OOMKilled'), [{}, { cause: 'Out of memory' }]),
  ).toEqual([{ failure: { cause: 'Out of memory' }, index: 1, by: 'words' }]);
  expect(matchFailures(problem('OOMKilled'), undefined)).toEqual([]);
});

import fc from 'fast-check';
import type { RunningImage } from '../delivery/runningImages';
import type { Deployment } from '../delivery/types';
import { isRollback } from './isRollback';

const REPOSITORY = 'registry.example.com/shop/orders';
const image = (tag: string): RunningImage => ({ repository: REPOSITORY, tag });
const pinned = (digit: string): RunningImage => ({
  repository: REPOSITORY,
  digest: `sha256:${digit.repeat(64)}`,
});

function history(...deployments: Partial<Deployment>[]): Deployment[] {
  return deployments.map((each, index) => ({
    id: String(index),
    provider: 'events',
    environment: 'production',
    at: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
    outcome: 'succeeded',
    ...each,
  }));
}

const named = (version: string, more: Partial<Deployment> = {}) => ({
  artifact: { name: 'orders', version },
  ...more,
});

function from(previous: RunningImage, next: RunningImage, past: Deployment[]) {
  return isRollback([{ container: 'orders', image: next, previous }], {
    deployments: past,
    isComplete: true,
  });
}

const PAST = history(named('1.0.0'), named('v1.1.0'), named('1.2.0'));

it.each<[string, boolean, string, string, Deployment[]]>([
  ['the version before', true, '1.2.0', '1.1.0', PAST],
  ['one before that', true, '1.2.0', '1.0.0', PAST],
  ['a new version', false, '1.2.0', '1.3.0', PAST],
  ['the next recorded version', false, '1.0.0', '1.1.0', PAST],
  ['a hotfix of the version before', false, '1.2.0', '1.1.0-hotfix1', PAST],
  ['the same version under another spelling', false, '1.2.0', 'v1.2.0', PAST],
  [
    'forward again after a rollback',
    false,
    '1.1.0',
    '1.2.0',
    [...PAST, ...history({}, {}, {}, named('1.1.0')).slice(3)],
  ],
  [
    'back from a deployment that failed',
    true,
    '1.3.0',
    '1.2.0',
    [
      ...PAST,
      ...history({}, {}, {}, named('1.3.0', { outcome: 'failed' })).slice(3),
    ],
  ],
  [
    'to a version that never worked',
    false,
    '1.2.0',
    '1.1.0',
    history(named('1.1.0', { outcome: 'failed' }), named('1.2.0')),
  ],
  ['back from a release that is not recorded', true, '1.3', '1.2.0', PAST],
  ['forward from a release that is not recorded', false, '0.9', '1.2.0', PAST],
  ['back from a build that is not recorded', false, 'b7', '1.2.0', PAST],
  [
    'another artifact',
    false,
    '2.0',
    '1.0',
    history({ artifact: { name: 'web', version: '1.0' } }),
  ],
  ['without any record', false, '1.2.0', '1.1.0', []],
])('of %s: %s', (_what, expected, previous, next, past) => {
  expect(from(image(previous), image(next), past)).toBe(expected);
});

it('trusts digests and commits, and no tags that move', () => {
  const digests = history(
    { artifact: { digest: pinned('a').digest } },
    { artifact: { digest: pinned('b').digest } },
  );
  expect(from(pinned('b'), pinned('a'), digests)).toBe(true);
  expect(from(pinned('a'), pinned('b'), digests)).toBe(false);
  expect(from(pinned('b'), pinned('c'), digests)).toBe(false);
  // The same tag with other content is another version.
  const rebuilt = history(
    { artifact: { version: '1.0', digest: pinned('a').digest } },
    named('1.1'),
  );
  expect(from(image('1.1'), { ...image('1.0'), ...pinned('c') }, rebuilt)).toBe(
    false,
  );

  const commits = history(
    { commit: 'abc1234def0123456789abc1234def0123456789' },
    { commit: 'fed4321abc0123456789fed4321abc0123456789' },
  );
  expect(from(image('fed4321'), image('main-abc1234'), commits)).toBe(true);
  expect(from(image('fed4321'), image('abc1234-hotfix'), commits)).toBe(false);
  const moved = history(named('stable'), named('1.1'));
  expect(from(image('1.1'), image('stable'), moved)).toBe(false);
});

it('holds only if every image that changes goes back', () => {
  const change = (container: string, previous: string, next: string) => ({
    container,
    image: { repository: container, tag: next },
    previous: { repository: container, tag: previous },
  });
  const back = change('orders', '1.2.0', '1.1.0');
  const all = { deployments: PAST, isComplete: true };
  expect(isRollback([back], all)).toBe(true);
  expect(isRollback([back, change('mesh', '2.0.0', '2.1.0')], all)).toBe(false);
  expect(isRollback([{ ...back, previous: undefined }], all)).toBe(false);
  expect(isRollback([], all)).toBe(false);
});

it('takes no other image for an earlier one', () => {
  const other = { repository: 'docker.io/eve/orders', tag: '1.1.0' };
  expect(from(image('1.2.0'), other, PAST)).toBe(false);
  // A digest that nobody recorded, under a tag that somebody did.
  const rebuilt = { ...pinned('c'), tag: '1.1.0' };
  expect(from(image('1.2.0'), rebuilt, PAST)).toBe(false);
});

it('takes no release for an earlier one because its history begins late', () => {
  // 1.4.0 ran before anything was recorded, and was rolled back to.
  const late = history(named('1.5.0'), named('1.4.0'));
  expect(from(image('1.4.0'), image('1.5.0'), late)).toBe(false);
  const builds = history(
    { artifact: { version: 'b7' } },
    { artifact: { version: 'b8' } },
  );
  const back = {
    container: 'orders',
    image: image('b7'),
    previous: image('b8'),
  };
  const known = (isComplete: boolean) =>
    isRollback([back], { deployments: builds, isComplete });
  expect([known(true), known(false)]).toEqual([true, false]);
});

const digestOf = (index: number) => `sha256:${`${index}`.padStart(64, '0')}`;

it('tells rollbacks from deployments in any history of ReplicaSets', () => {
  const version = fc.constantFrom<(index: number) => Partial<Deployment>>(
    index => named(`${index}.0`),
    index => ({ artifact: { version: `build-${index}` } }),
    index => ({ commit: `${index}`.padStart(40, 'c') }),
    index => ({ artifact: { digest: digestOf(index) } }),
  );
  const imageOf = ({ artifact, commit }: Partial<Deployment>): RunningImage =>
    artifact?.digest
      ? { repository: REPOSITORY, digest: artifact.digest }
      : image(artifact?.version ?? commit!);
  fc.assert(
    fc.property(
      version,
      // Of each revision: which of the versions so far, or else a new one.
      fc.array(fc.option(fc.nat(30), { nil: undefined }), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      fc.nat(30),
      (toVersion, steps, failures, choice) => {
        const rolledOut: number[] = [];
        let newest = -1;
        for (const step of steps) {
          newest += step === undefined || newest < 0 ? 1 : 0;
          rolledOut.push(step === undefined ? newest : step % (newest + 1));
        }
        const past = history(
          ...rolledOut.map(
            (index, at): Partial<Deployment> => ({
              ...toVersion(index),
              outcome: failures[at] ? 'failed' : 'succeeded',
            }),
          ),
        );
        const current = rolledOut[rolledOut.length - 1];
        const target = choice % (newest + 2);
        const worked = rolledOut.some(
          (index, at) => index === target && !failures[at],
        );
        // Versions are numbered by when they were first rolled out.
        const firstWorked = rolledOut.findIndex(
          (index, at) => index === target && !failures[at],
        );
        const expected = worked && firstWorked < rolledOut.indexOf(current);
        const answer = from(
          imageOf(toVersion(current)),
          imageOf(toVersion(target)),
          // In any order.
          choice % 2 ? past : [...past].reverse(),
        );
        expect(answer).toBe(expected && target !== current);
        expect(answer && target > current).toBe(false);
      },
    ),
    { numRuns: 10_000 },
  );
});

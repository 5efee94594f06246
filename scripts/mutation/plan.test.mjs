import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namePattern, planRuns } from './plan.mjs';

const MEASURED = [
  {
    file: '/a.test.ts',
    ms: 900,
    tests: [
      { name: 'quick', ms: 10 },
      { name: 'slow', ms: 5_000 },
    ],
    reached: { '/a.ts': { '-1': [''], 0: ['quick', 'slow'], 1: ['slow'] } },
  },
  {
    file: '/b.test.ts',
    ms: 100,
    tests: [{ name: 'b', ms: 20 }],
    reached: { '/a.ts': { '-1': [''], 0: ['', 'b'] } },
  },
];
const plan = (region, budgetMs = 2_000) =>
  planRuns({ file: '/a.ts', region, measured: MEASURED, budgetMs }).map(
    ({ ms: _, ...run }) => run,
  );

describe('the tests for a mutant', () => {
  it('are those that reach it, and whole files where it is reached outside', () => {
    assert.deepEqual(plan(0, 10_000), [
      { testFiles: ['/a.test.ts'], names: ['quick', 'slow'] },
      { testFiles: ['/b.test.ts'] },
    ]);
    assert.deepEqual(plan(-1), [{ testFiles: ['/b.test.ts', '/a.test.ts'] }]);
  });

  it('leave out slow ones beyond the budget, but not the only one', () => {
    assert.deepEqual(plan(0), [
      { testFiles: ['/a.test.ts'], names: ['quick'] },
      { testFiles: ['/b.test.ts'] },
    ]);
    assert.deepEqual(plan(1), [{ testFiles: ['/a.test.ts'], names: ['slow'] }]);
  });

  it('are first of all those of the same room', () => {
    const reached = { '/src/gate/a.ts': { 0: ['x'] } };
    const test = (file, ms) => ({
      file,
      ms,
      tests: [{ name: 'x', ms }],
      reached,
    });
    const measured = [
      test('/src/api/quick.test.ts', 300),
      test('/src/gate/slow.test.ts', 1_000),
      test('/src/api/quickest.test.ts', 100),
    ];
    const [run] = planRuns({
      file: '/src/gate/a.ts',
      region: 0,
      measured,
      budgetMs: 3_200,
    });
    assert.deepEqual(run.testFiles, [
      '/src/api/quickest.test.ts',
      '/src/gate/slow.test.ts',
    ]);
  });

  it('are none where nothing reaches it', () => {
    assert.deepEqual(plan(2), []);
  });
});

it('a pattern of names matches these tests only', () => {
  const pattern = new RegExp(namePattern(['a (b) [c]', 'x.y?']));
  assert.ok(pattern.test('a (b) [c]'));
  assert.ok(pattern.test('x.y?'));
  assert.ok(!pattern.test('xzy?'));
  assert.ok(!pattern.test('before a (b) [c]'));
  assert.ok(!pattern.test('a (b) [c] after'));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countJest,
  countPlaywright,
  countTap,
  summaryText,
  total,
} from './results.mjs';

const spec = (title, status) => ({
  file: 'tab.test.ts',
  line: 7,
  title,
  tests: [
    {
      status,
      results: [
        {
          errors:
            status === 'expected'
              ? []
              : [{ message: '\u001b[31mTimed out\u001b[39m\n  at line 9' }],
        },
      ],
    },
  ],
});

describe('counting', () => {
  it('counts Jest, with the databases that passed tests name', () => {
    const counts = countJest(
      {
        numPassedTests: 3,
        numFailedTests: 1,
        numRuntimeErrorTestSuites: 1,
        numPendingTests: 1,
        numTodoTests: 1,
        testResults: [
          {
            name: '/checkout/broken.test.ts',
            status: 'failed',
            assertionResults: [],
          },
          {
            name: '/checkout/store.test.ts',
            status: 'failed',
            assertionResults: [
              { fullName: 'store lists, "SQLITE_3"', status: 'passed' },
              { fullName: 'store lists, "POSTGRES_18"', status: 'passed' },
              {
                fullName: 'store claims, "POSTGRES_18"',
                status: 'failed',
                failureMessages: ['Error: Too late\n    at line 3'],
              },
              { fullName: 'parses', status: 'passed' },
            ],
          },
        ],
      },
      '/checkout',
    );

    assert.deepEqual(counts, {
      passed: 3,
      failed: 2,
      skipped: 2,
      databases: new Map([
        ['SQLite 3', 1],
        ['PostgreSQL 18', 1],
      ]),
      failures: [
        'broken.test.ts: could not be run',
        'store.test.ts: store claims, "POSTGRES_18": Error: Too late',
      ],
    });
  });

  it("counts Node's TAP, and does not take a broken report for none failed", () => {
    assert.deepEqual(
      countTap(
        [
          'TAP version 13',
          '    not ok 1 - reads',
          'ok 2 - writes',
          '# pass 5',
          '# fail 1',
          '# cancelled 1',
          '# skipped 2',
          '# todo 0',
        ].join('\n'),
      ),
      { passed: 5, failed: 2, skipped: 2, failures: ['reads'] },
    );
    assert.throws(() => countTap('TAP version 13'), /Missing '# pass'/);
  });

  it('counts Playwright, with errors outside of tests and flaky tests as failed', () => {
    assert.deepEqual(
      countPlaywright({
        stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
        errors: [{ message: 'The server did not start.' }],
        suites: [
          {
            specs: [spec('opens', 'expected')],
            suites: [
              { specs: [spec('edits', 'unexpected'), spec('prints', 'flaky')] },
            ],
          },
        ],
      }),
      {
        passed: 4,
        failed: 3,
        skipped: 2,
        failures: [
          'tab.test.ts:7: edits: Timed out',
          'tab.test.ts:7: prints: Timed out',
          'The server did not start.',
        ],
      },
    );
  });

  it('sums the parts up for people and for programs', () => {
    const results = [
      {
        part: 'unit',
        passed: 7,
        failed: 1,
        skipped: 0,
        failures: ['store.test.ts: claims'],
        notes: ['SQLite 3'],
      },
      { part: 'browser', passed: 2, failed: 0, skipped: 1, notes: [] },
    ];

    assert.deepEqual(total(results), { passed: 9, failed: 1, skipped: 1 });
    assert.equal(
      summaryText(results),
      [
        '',
        'Summary',
        '  unit: 7 passed, 1 failed',
        '    SQLite 3',
        '  browser: 2 passed, 0 failed, 1 skipped',
        '',
        'Failed:',
        '  store.test.ts: claims',
        '',
        'Tests: 9 passed, 1 failed',
      ].join('\n'),
    );
  });
});

/**
 * What a part of the tests came to.
 *
 * @typedef {object} PartResult
 * @property {string} part
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} notes sentences for the summary
 */

/** Counts Jest's `--json` report, with the databases that tests name. */
export function countJest(report) {
  const databases = new Map();
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      const database = test.fullName.match(/\b(SQLITE|POSTGRES)_(\d+)\b/);
      if (database && test.status === 'passed') {
        const name = `${database[1] === 'SQLITE' ? 'SQLite' : 'PostgreSQL'} ${
          database[2]
        }`;
        databases.set(name, (databases.get(name) ?? 0) + 1);
      }
    }
  }
  return {
    passed: report.numPassedTests,
    // A file that cannot be loaded fails without failing a test.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    databases,
  };
}

/** Counts the TAP that `node --test` writes. */
export function countTap(tap) {
  const count = name => {
    const match = tap.match(new RegExp(`^# ${name} (\\d+)$`, 'm'));
    if (!match) {
      throw new Error(`Missing '# ${name}' in the report of node --test`);
    }
    return Number(match[1]);
  };
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

/** Counts Playwright's JSON report. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected,
    // Passing only when tried again is a failure. Errors outside of tests: a file
    // that cannot be loaded, a server that does not start.
    failed: unexpected + flaky + report.errors.length,
    skipped,
  };
}

/** The sums over all parts. */
export function total(results) {
  const sum = key => results.reduce((value, result) => value + result[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
  };
}

/** The last words of a test run, for people. */
export function summaryText(results) {
  const lines = ['', 'Summary'];
  for (const { part, passed, failed, skipped, notes } of results) {
    lines.push(
      `  ${part}: ${passed} passed, ${failed} failed${
        skipped ? `, ${skipped} skipped` : ''
      }`,
      ...notes.map(note => `    ${note}`),
    );
  }
  const { passed, failed } = total(results);
  lines.push('', `Tests: ${passed} passed, ${failed} failed`);
  return lines.join('\n');
}

import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * What a part of the tests came to.
 *
 * @typedef {object} PartResult
 * @property {string} part
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [failures] what failed, by name, with the first words of the error
 * @property {string[]} notes sentences for the summary
 */

/** The first line of an error after ': ', without colours. Nothing without an error. */
function firstWords(message = '') {
  const [line] = stripVTControlCharacters(message).trim().split('\n');
  return line && `: ${line}`;
}

/**
 * Counts Jest's `--json` report, with the databases that tests name.
 *
 * @param {string} root the folder that the names of files begin in
 */
export function countJest(report, root) {
  const databases = new Map();
  const failures = [];
  for (const file of report.testResults) {
    const name = path.relative(root, file.name);
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      failures.push(`${name}: could not be run`);
    }
    for (const test of file.assertionResults) {
      if (test.status === 'failed') {
        failures.push(
          `${name}: ${test.fullName}${firstWords(test.failureMessages[0])}`,
        );
      }
      const database = test.fullName.match(/\b(SQLITE|POSTGRES)_(\d+)\b/);
      if (database && test.status === 'passed') {
        const key = `${database[1] === 'SQLITE' ? 'SQLite' : 'PostgreSQL'} ${
          database[2]
        }`;
        databases.set(key, (databases.get(key) ?? 0) + 1);
      }
    }
  }
  return {
    passed: report.numPassedTests,
    // A file that cannot be loaded fails without failing a test.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    databases,
    failures,
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
    failures: [...tap.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(
      ([, name]) => name,
    ),
  };
}

/** The specs of a Playwright suite and of those inside it. */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
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
    failures: [
      ...report.suites
        .flatMap(specsOf)
        .filter(({ tests }) =>
          tests.some(({ status }) => /^(unexpected|flaky)$/.test(status)),
        )
        .map(({ file, line, title, tests }) => {
          const [error] = tests.flatMap(({ results }) =>
            results.flatMap(({ errors }) => errors),
          );
          return `${file}:${line}: ${title}${firstWords(error?.message)}`;
        }),
      ...report.errors.map(({ message }) => message),
    ],
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
  const failures = results.flatMap(result => result.failures ?? []);
  if (failures.length > 0) {
    lines.push('', 'Failed:', ...failures.map(failure => `  ${failure}`));
  }
  const { passed, failed } = total(results);
  lines.push('', `Tests: ${passed} passed, ${failed} failed`);
  return lines.join('\n');
}

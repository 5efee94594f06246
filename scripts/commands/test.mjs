import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bootstrap } from '../lib/bootstrap.mjs';
import { Failure } from '../lib/failure.mjs';
import { cacheDir } from '../lib/paths.mjs';
import { summaryText, total } from '../lib/results.mjs';
import { runBrowserTests } from '../tests/browser.mjs';
import { runScriptTests } from '../tests/scripts.mjs';
import { runUnitTests } from '../tests/unit.mjs';

const parts = {
  scripts: runScriptTests,
  unit: runUnitTests,
  browser: runBrowserTests,
};

/**
 * Runs all tests, or with `<part> [arguments]` one part of them; the
 * arguments go to that part's test runner.
 */
export async function run([part, ...args]) {
  if (part !== undefined && !Object.hasOwn(parts, part)) {
    throw new Failure(`Unknown part of the tests: '${part}'.`, {
      remedy: `Known parts: ${Object.keys(parts).join(', ')}.`,
      exitCode: 2,
    });
  }
  const environment = await bootstrap();
  const reports = path.join(cacheDir, 'test-results');
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const context = { ...environment, reports, args };

  const results = [];
  for (const name of part ? [part] : Object.keys(parts)) {
    console.log(`\n== ${name} tests`);
    const result = await parts[name](context);
    results.push(result);
    if (result.interrupted) {
      throw new Failure('Interrupted.', { exitCode: 130 });
    }
  }

  console.log(summaryText(results));
  const sums = total(results);
  await writeFile(
    path.join(reports, 'summary.json'),
    `${JSON.stringify({ ...sums, parts: results }, null, 2)}\n`,
  );
  return sums.failed > 0 ? 1 : 0;
}

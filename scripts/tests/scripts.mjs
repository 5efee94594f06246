import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rootDir } from '../lib/paths.mjs';
import { start } from '../lib/processes.mjs';
import { countTap } from '../lib/results.mjs';

/** Runs the tests of these scripts and of the walls that lint keeps. */
export async function runScriptTests({ node, env, reports, args }) {
  const reportFile = path.join(reports, 'scripts.tap');
  const { code, interrupted } = await start(
    node,
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${reportFile}`,
      ...args,
      'scripts/**/*.test.mjs',
    ],
    { cwd: rootDir, env },
  ).done;
  const counts = countTap(await readFile(reportFile, 'utf8'));
  return {
    part: 'scripts',
    ...counts,
    failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed,
    interrupted,
    notes: [],
  };
}

/**
 * Runs Jest in one package, as often as the parent asks. The parent ends it if
 * a run takes too long.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { runCLI } from 'jest';
import { rootDir } from '../lib/paths.mjs';

const here = import.meta.dirname;
const usual = await createRequire(path.join(rootDir, 'package.json'))(
  '@backstage/cli/config/jest',
);

const config = {
  ...usual,
  transform: Object.fromEntries(
    Object.entries(usual.transform).map(([pattern, transformer]) => [
      pattern,
      pattern.includes('ts')
        ? [path.join(here, 'transform.mjs'), { inner: [transformer].flat() }]
        : transformer,
    ]),
  ),
  setupFilesAfterEnv: [
    path.join(here, 'reached.cjs'),
    ...usual.setupFilesAfterEnv,
  ],
  testSequencer: path.join(here, 'sequencer.cjs'),
  cacheDirectory: path.join(rootDir, '.cache/mutation/jest'),
  // A busy machine must not look like a test that noticed.
  testTimeout: 60_000,
  reporters: [],
};

function summarize(results) {
  return {
    success: results.success,
    files: results.testResults.map(result => ({
      file: result.testFilePath,
      ms: result.perfStats.end - result.perfStats.start,
      loadFailed: result.testExecError !== undefined,
      tests: result.testResults
        .filter(({ status }) => status === 'passed' || status === 'failed')
        .map(({ fullName, status, duration }) => ({
          name: fullName,
          failed: status === 'failed',
          ms: duration ?? 0,
        })),
    })),
  };
}

process.on('message', async ({ id, order }) => {
  process.env.HANDOVER_MUTATION = JSON.stringify(order);
  try {
    const { results } = await runCLI(
      {
        _: order.testFiles,
        $0: 'jest',
        config: JSON.stringify(
          // The first failure is enough for a mutant.
          order.mutant
            ? { ...config, runner: path.join(here, 'runner.cjs') }
            : config,
        ),
        runInBand: true,
        ci: true,
        silent: true,
        passWithNoTests: true,
        runTestsByPath: true,
        ...(order.names ? { testNamePattern: order.names } : {}),
      },
      [process.cwd()],
    );
    process.send({ id, result: summarize(results) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});
process.send({ ready: true });

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rootDir } from '../lib/paths.mjs';
import { PostgresUnavailable, startPostgres } from '../lib/postgres.mjs';
import { start } from '../lib/processes.mjs';
import { countJest } from '../lib/results.mjs';

const backstageCli = path.join(
  rootDir,
  'node_modules/@backstage/cli/bin/backstage-cli',
);

const givenDatabase =
  /^BACKSTAGE_TEST_DATABASE_POSTGRES(\d+)_CONNECTION_STRING$/;

/**
 * At most two workers, which end before they grow large: the whole run takes less
 * than 4 GiB, however many cores there are. `--maxWorkers` asks for more.
 */
const MEMORY_BOUNDS = ['--maxWorkers=2', '--workerIdleMemoryLimit=800MB'];
const choosesWorkers = args =>
  args.some(arg => /^(-i|-w|--runInBand|--maxWorkers)\b/.test(arg));

/** PostgreSQL as the environment gives it, or one of our own. */
async function preparePostgres(env) {
  const given = Object.keys(env).find(
    name => givenDatabase.test(name) && env[name],
  );
  if (given) {
    const [, version] = given.match(givenDatabase);
    return {
      env: {},
      description: `PostgreSQL ${version} as ${given} names it`,
    };
  }
  try {
    const server = await startPostgres();
    const [major] = server.version.split('.');
    return {
      env: {
        [`BACKSTAGE_TEST_DATABASE_POSTGRES${major}_CONNECTION_STRING`]:
          server.connectionString,
      },
      description: `PostgreSQL ${server.version} started for these tests`,
      stop: server.stop,
    };
  } catch (error) {
    if (error instanceof PostgresUnavailable) {
      return { missing: error.message, env: {} };
    }
    throw error;
  }
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Runs Jest in every package, the stores on SQLite and on PostgreSQL. */
export async function runUnitTests({ node, env, reports, args }) {
  const postgres = await preparePostgres(env);
  console.log(
    postgres.missing
      ? `PostgreSQL is left out: ${postgres.missing}`
      : `Databases: SQLite in memory, and ${postgres.description}`,
  );
  const reportFile = path.join(reports, 'unit.json');
  let outcome;
  try {
    outcome = await start(
      node,
      [
        backstageCli,
        'repo',
        'test',
        '--ci',
        '--watchAll=false',
        '--json',
        `--outputFile=${reportFile}`,
        ...(choosesWorkers(args) ? [] : MEMORY_BOUNDS),
        ...args,
      ],
      {
        cwd: rootDir,
        env: {
          ...env,
          ...postgres.env,
          // Databases come from here, whether or not the machine has Docker.
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        },
        // The JSON goes to its file; what people read is on stderr.
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    ).done;
  } finally {
    await postgres.stop?.();
  }

  const report = await readReport(reportFile);
  const { databases, ...counts } = report
    ? countJest(report, rootDir)
    : { databases: new Map(), passed: 0, failed: 1, skipped: 0 };
  const result = {
    part: 'unit',
    ...counts,
    interrupted: outcome.interrupted,
    notes: [...databases]
      .sort()
      .map(([name, tests]) => `${name}: ${tests} passed`),
  };
  if (outcome.code !== 0 && result.failed === 0) {
    result.failed = 1;
    result.notes.push(`Jest ended with ${outcome.code}.`);
  }
  if (postgres.missing) {
    result.notes.push(`PostgreSQL: skipped, ${postgres.missing}`);
  } else if (
    args.length === 0 &&
    ![...databases.keys()].some(name => name.startsWith('PostgreSQL'))
  ) {
    result.failed += 1;
    result.notes.push('PostgreSQL was there, but no test passed on it.');
  }
  return result;
}

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { describeMachine } from '../lib/machine';
import { quantile } from '../lib/quantile';
import { addInitiatives } from './addInitiatives';
import { backendConfig } from './backendConfig';
import { BackendProcess } from './BackendProcess';
import { compareReads, type ReadResult } from './compareReads';
import { compareRefreshes } from './compareRefreshes';
import { startDocumentServer } from './documentServer';
import { Fleet } from './fleet';
import { type Options, readOptions } from './options';
import { fleetPageCases, readCases } from './readCases';
import { LEVEL_TARGET_MS, type Results, toReport } from './report';
import { signInAsGuest } from './signIn';
import { timeLevels } from './timeLevels';

/** For so long a backend that has started looks again and again at the catalog. */
const STARTUP_MS = 70_000;

const say = (text: string) => console.error(text);

/** Things to stop and remove, the last first, however it ends. */
class Cleanup {
  readonly #steps: (() => Promise<void>)[] = [];

  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) {
      await step();
    }
  }
}

async function startDatabase(
  options: Options,
  folder: string,
  cleanup: Cleanup,
) {
  if (options.database === 'sqlite') {
    return {
      name: 'SQLite',
      config: {
        client: 'better-sqlite3',
        connection: { directory: path.join(folder, 'databases') },
      },
    };
  }
  const server = await startPostgres();
  cleanup.add(server.stop);
  return {
    name: `PostgreSQL ${server.version}`,
    config: { client: 'pg', connection: server.connectionString },
  };
}

async function measure(options: Options, cleanup: Cleanup): Promise<Results> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'handover-bench-'));
  cleanup.add(() => rm(folder, { recursive: true, force: true }));
  const documentFolder = path.join(folder, 'services');

  say(`Writing ${options.size} handovers`);
  const fleet = new Fleet(options.size);
  const { meanBytes } = await fleet.writeDocuments(documentFolder);
  const documents = await startDocumentServer(documentFolder);
  cleanup.add(documents.stop);
  const database = await startDatabase(options, folder, cleanup);

  const port = await freePort();
  const serviceToken = randomBytes(24).toString('hex');
  const start = (execArgv: string[]) =>
    BackendProcess.start({
      folder,
      config: backendConfig({
        port,
        database: database.config,
        documentHost: documents.host,
        documentFolder,
        serviceToken,
        scorecards: options.cases === 'fleet',
      }),
      execArgv,
    });

  say(`Loading a catalog on ${database.name}`);
  const loader = await start([]);
  try {
    await loader.run('catalog.load', {
      size: options.size,
      leaveUnwritten: options.cases === 'fleet',
      folders:
        options.source === 'url'
          ? `url:http://${documents.host}`
          : `file:${documentFolder}`,
    });
  } finally {
    await loader.stop();
  }

  say('Starting the backend that is measured; it reads all handovers');
  const started = performance.now();
  const backend = await start(
    options.profile
      ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(options.profile)}`]
      : [],
  );
  cleanup.add(() => backend.stop());
  await backend.run('handover.load', { size: options.size });
  await sleep(Math.max(0, STARTUP_MS - (performance.now() - started)));
  await backend.run('catalog.prepare');
  await backend.run('handover.prepare');

  const refresh =
    options.cases === 'handovers'
      ? await refreshAll(backend, documents, options)
      : undefined;
  const baseUrl = `http://127.0.0.1:${port}`;
  let initiative = '';
  if (options.cases === 'fleet') {
    await backend.run('handover.evaluated', { size: options.size });
    say('Starting initiatives');
    initiative = await addInitiatives({
      baseUrl,
      token: await signInAsGuest(baseUrl),
      size: options.size,
    });
  }
  await backend.run('catalog.prepare');
  await backend.run('handover.prepare');

  const reads: ReadResult[] = [];
  for (const connections of options.connections) {
    for (const readCase of options.cases === 'fleet'
      ? fleetPageCases(initiative)
      : readCases(fleet)) {
      say(`Reading ${readCase.title}, ${connections} at a time`);
      const read = await compareReads(readCase, {
        baseUrl,
        token:
          options.as === 'user' ? await signInAsGuest(baseUrl) : serviceToken,
        connections,
        rounds: options.rounds,
        requestsPerRound: options.requests,
      });
      say(`  ratio ${read.ratio.toFixed(2)}`);
      reads.push(read);
    }
  }
  let levelMs: number[] | undefined;
  if (options.cases === 'fleet') {
    say('Writing handovers, and waiting for the level');
    levelMs = await timeLevels(fleet, {
      baseUrl,
      token: await signInAsGuest(baseUrl),
    });
  }
  return {
    machine: describeMachine(),
    database: database.name,
    options,
    documentBytes: meanBytes,
    ...(refresh && { refresh }),
    reads,
    ...(levelMs && { levelMs }),
  };
}

async function refreshAll(
  backend: BackendProcess,
  documents: Awaited<ReturnType<typeof startDocumentServer>>,
  options: Options,
) {
  say('Refreshing');
  documents.answers.clear();
  const refresh = await compareRefreshes(backend, options);
  return { ...refresh, answers: Object.fromEntries(documents.answers) };
}

function isMissed({ refresh, reads, levelMs }: Results): boolean {
  return (
    [...(refresh ? [refresh] : []), ...reads].some(({ ratio }) => ratio > 1) ||
    (levelMs !== undefined && quantile(levelMs, 0.95) > LEVEL_TARGET_MS)
  );
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  const cleanup = new Cleanup();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await cleanup.run();
      process.exit(1);
    });
  }
  try {
    const results = await measure(options, cleanup);
    console.log(toReport(results));
    if (options.json) {
      await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
      say(`Written to ${pathToFileURL(path.resolve(options.json))}`);
    }
    process.exitCode = isMissed(results) ? 1 : 0;
  } finally {
    await cleanup.run();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});

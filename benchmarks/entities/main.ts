import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { backendConfig } from '../api/backendConfig';
import { BackendProcess } from '../api/BackendProcess';
import { describeMachine } from '../lib/machine';
import { median } from '../lib/quantile';
import { toTable } from '../lib/table';
import type { Pass } from './backend/syncCommands';

/** For so long a backend that has started looks again and again at the catalog. */
const STARTUP_MS = 70_000;

/**
 * Ten times the entities may take this much longer than ten times the pages: the
 * catalog needs longer for a page the more entities it has.
 */
const MOST_TIMES = 1.1;

/** Ten times the entities may need this much more memory, which is noise. */
const MOST_BYTES = 8 * 2 ** 20;

/** An unchanged comparison, compared with reading the same pages and nothing else. */
const MOST_OF_PAGING = 2;

const say = (text: string) => console.error(text);

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '5000' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const whole = (name: string, text: string) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1) {
      throw new Error(`Invalid --${name} '${text}': must be a whole number`);
    }
    return number;
  };
  return {
    size: whole('size', values.size),
    rounds: whole('rounds', values.rounds),
  };
}

type Measured = {
  size: number;
  first: number;
  unchanged: number;
  paging: number;
  bytes: number;
  writes: number;
};

async function measureSize(
  backend: BackendProcess,
  options: { size: number; rounds: number },
): Promise<Measured> {
  const { size, rounds } = options;
  const run = async (command: string, input: object = {}) => {
    const pass = await backend.run<Pass>(command, input);
    if (pass.seen !== size) {
      throw new Error(`Expected ${size} entities, but saw ${pass.seen}`);
    }
    return pass;
  };
  const times: Record<'first' | 'unchanged' | 'paging', number[]> = {
    first: [],
    unchanged: [],
    paging: [],
  };
  const total = { writes: 0 };
  for (let round = 0; round < rounds; round += 1) {
    say(`${size} entities, round ${round + 1}`);
    times.first.push((await run('entities.sync', { empty: true })).ms);
    const paging = async () =>
      times.paging.push((await run('entities.page')).ms);
    const unchanged = async () => {
      const pass = await run('entities.sync');
      if (pass.differing > 0) {
        throw new Error(
          `Nothing changed, but ${pass.differing} of ${size} entities differ`,
        );
      }
      times.unchanged.push(pass.ms);
      for (const [verb, count] of Object.entries(pass.statements)) {
        total.writes += verb === 'select' ? 0 : count;
      }
    };
    for (const step of round % 2 ? [paging, unchanged] : [unchanged, paging]) {
      await step();
    }
  }
  const { bytes } = await backend.run<{ bytes: number }>('entities.memory');
  return {
    size,
    first: median(times.first),
    unchanged: median(times.unchanged),
    paging: median(times.paging),
    bytes,
    writes: total.writes,
  };
}

async function measure(cleanup: (() => Promise<unknown>)[]) {
  const { size, rounds } = readOptions(process.argv.slice(2));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'handover-bench-'));
  cleanup.push(() => rm(folder, { recursive: true, force: true }));
  const database = await startPostgres();
  cleanup.push(database.stop);

  const config = backendConfig({
    port: await freePort(),
    database: { client: 'pg', connection: database.connectionString },
    documentHost: '127.0.0.1',
    documentFolder: folder,
    serviceToken: randomBytes(24).toString('hex'),
  });
  const backend = await BackendProcess.start({
    folder,
    main: path.resolve(__dirname, 'backend/main.ts'),
    // No entity of the benchmark has a handover: nothing else reads or writes.
    config: {
      ...config,
      handover: {
        documents: { ...config.handover.documents, kinds: ['API'] },
      },
    },
    execArgv: ['--expose-gc'],
  });
  cleanup.push(() => backend.stop());
  const started = performance.now();
  say(`Loading ${size} entities`);
  await backend.run('catalog.load', { size, folders: 'url:http://127.0.0.1' });
  await sleep(Math.max(0, STARTUP_MS - (performance.now() - started)));
  await backend.run('catalog.prepare');

  const few = await measureSize(backend, { size, rounds });
  say(`Copying them to ${10 * size}`);
  await backend.run('catalog.copy', { copies: 9 });
  const many = await measureSize(backend, { size: 10 * size, rounds });

  const times = (key: 'first' | 'unchanged' | 'paging') => many[key] / few[key];
  const machine = describeMachine();
  const row = (title: string, key: 'first' | 'unchanged' | 'paging') => [
    title,
    (few[key] / 1000).toFixed(2),
    (many[key] / 1000).toFixed(2),
    times(key).toFixed(1),
    (many[key] / many.paging).toFixed(2),
  ];
  console.log(
    [
      `PostgreSQL ${database.version}; Node ${machine.node}, ${machine.cpus} × ${machine.cpu}, load ${machine.load}.`,
      toTable([
        ['seconds', `${few.size}`, `${many.size}`, 'times', 'of paging'],
        row('first comparison, all new', 'first'),
        row('comparison, none changed', 'unchanged'),
        row("the catalog's pages alone", 'paging'),
      ]),
      `Memory above what was in use before, at most: ${[few, many]
        .map(({ bytes }) => `${(bytes / 2 ** 20).toFixed(1)} MiB`)
        .join(' and ')}. Statements that write when none changed: ${
        few.writes + many.writes
      }.`,
    ].join('\n\n'),
  );
  const holds =
    times('first') <= MOST_TIMES * times('paging') &&
    times('unchanged') <= MOST_TIMES * times('paging') &&
    many.unchanged / many.paging <= MOST_OF_PAGING &&
    many.bytes - few.bytes <= MOST_BYTES &&
    few.writes + many.writes === 0;
  process.exitCode = holds ? 0 : 1;
}

async function main() {
  const cleanup: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of cleanup.splice(0).reverse()) {
      await step();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await stop();
      process.exit(1);
    });
  }
  try {
    await measure(cleanup);
  } finally {
    await stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});

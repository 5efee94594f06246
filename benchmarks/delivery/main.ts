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
import { startDocumentServer } from '../api/documentServer';
import { Fleet } from '../api/fleet';
import { load } from '../api/load';
import { signInAsGuest } from '../api/signIn';
import { describeMachine } from '../lib/machine';
import { quantile } from '../lib/quantile';
import { toTable } from '../lib/table';

/** The environments of the example that the documents are variants of. */
const ENVIRONMENTS = ['development', 'qa', 'staging', 'production'];

/** For so long a backend that has started looks again and again at the catalog. */
const STARTUP_MS = 70_000;

/** What a read may cost, compared with that of a document, at the 95th percentile. */
const MOST = 2;

const ROUTES = {
  document: (name: string) =>
    `/api/handover/documents/component/default/${name}`,
  promotion: (name: string) =>
    `/api/handover/delivery/component/default/${name}/promotion`,
  'metrics, 30 days': (name: string) =>
    `/api/handover/delivery/component/default/${name}/metrics?days=30`,
  'metrics, 90 days': (name: string) =>
    `/api/handover/delivery/component/default/${name}/metrics?days=90`,
};
type Route = keyof typeof ROUTES;
const TITLES = Object.keys(ROUTES) as Route[];

/** Asked, too, right after something was stored for every service: told, but no target. */
const ANEW = {
  'promotion, something is new': ROUTES.promotion,
  'metrics, 90 days, something is new': ROUTES['metrics, 90 days'],
};

const say = (text: string) => console.error(text);

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '1000' },
      deployments: { type: 'string', default: '1000000' },
      connections: { type: 'string', default: '1,10' },
      rounds: { type: 'string', default: '20' },
      requests: { type: 'string', default: '250' },
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
    deployments: whole('deployments', values.deployments),
    connections: values.connections
      .split(',')
      .map(text => whole('connections', text)),
    rounds: whole('rounds', values.rounds),
    requests: whole('requests', values.requests),
  };
}

async function measure(cleanup: (() => Promise<unknown>)[]) {
  const options = readOptions(process.argv.slice(2));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'handover-bench-'));
  cleanup.push(() => rm(folder, { recursive: true, force: true }));
  const documentFolder = path.join(folder, 'services');
  const fleet = new Fleet(options.size);
  await fleet.writeDocuments(documentFolder);
  const documents = await startDocumentServer(documentFolder);
  cleanup.push(documents.stop);
  const database = await startPostgres();
  cleanup.push(database.stop);

  const port = await freePort();
  const backend = await BackendProcess.start({
    folder,
    main: path.resolve(__dirname, 'backend/main.ts'),
    config: backendConfig({
      port,
      database: { client: 'pg', connection: database.connectionString },
      documentHost: documents.host,
      documentFolder,
      serviceToken: randomBytes(24).toString('hex'),
    }),
  });
  const started = performance.now();
  cleanup.push(() => backend.stop());
  say(`Loading ${options.size} entities and their handovers`);
  await backend.run('catalog.load', {
    size: options.size,
    folders: `file:${documentFolder}`,
  });
  await backend.run('handover.load', { size: options.size });
  say(`Writing ${options.deployments} deployments`);
  const counts = await backend.run<{ deployments: number; runs: number }>(
    'delivery.load',
    { deployments: options.deployments, environments: ENVIRONMENTS },
  );
  await sleep(Math.max(0, STARTUP_MS - (performance.now() - started)));
  await backend.run('catalog.prepare');
  await backend.run('handover.prepare');

  const baseUrl = `http://127.0.0.1:${port}`;
  const names = fleet.services.map(({ name }) => name);
  const rows: string[][] = [];
  let worst = 0;
  for (const connections of options.connections) {
    say(`Reading, ${connections} at a time`);
    const token = await signInAsGuest(baseUrl);
    const send = async (route: (name: string) => string) =>
      load({
        baseUrl,
        token,
        connections,
        paths: names.map(route),
        requests: options.requests,
      });
    const latencies: Record<string, number[]> = {};
    const measured = async (title: string, route: (name: string) => string) => {
      const { latencies: found } = await send(route);
      (latencies[title] ??= []).push(...found);
    };
    for (const title of [...TITLES, ...TITLES]) {
      await send(ROUTES[title]);
    }
    for (let round = 0; round < options.rounds; round += 1) {
      for (const title of round % 2 ? TITLES : TITLES.toReversed()) {
        await measured(title, ROUTES[title]);
      }
    }
    for (let round = 0; round < options.rounds; round += 1) {
      for (const [title, route] of Object.entries(ANEW)) {
        await backend.run('delivery.touch');
        await measured(title, route);
      }
    }
    const at = (title: string, q: number) =>
      quantile(
        latencies[title].sort((a, b) => a - b),
        q,
      );
    for (const title of [...TITLES, ...Object.keys(ANEW)]) {
      const ratio = at(title, 0.95) / at('document', 0.95);
      if (!(title in ANEW)) {
        worst = Math.max(worst, ratio);
      }
      rows.push([
        title,
        `${connections}`,
        [0.5, 0.95, 0.99].map(q => at(title, q).toFixed(1)).join(' / '),
        ratio.toFixed(2),
      ]);
    }
  }
  const machine = describeMachine();
  console.log(
    [
      `${counts.deployments} deployments and ${counts.runs} runs of ${options.size} services; PostgreSQL ${database.version}; Node ${machine.node}, ${machine.cpus} × ${machine.cpu}, load ${machine.load}.`,
      toTable([
        ['latency in ms, p50 / p95 / p99', 'at a time', '', 'ratio at p95'],
        ...rows,
      ]),
    ].join('\n\n'),
  );
  process.exitCode = worst < MOST ? 0 : 1;
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

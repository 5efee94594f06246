import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { freePort } from '../lib/ports.mjs';
import { start } from '../lib/processes.mjs';

const DEADLINE_MS = 180_000;

/** Plugins that Handover extends or needs. */
const CONCERNED = [
  'app',
  'auth',
  'catalog',
  'handover',
  'permission',
  'scaffolder',
  'search',
];

/**
 * Starts the backend of an app, which also serves the built frontend. On PostgreSQL,
 * a second one joins it: Backstage's own services do not support two that start at
 * the same time on an empty database.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPortals({ app, postgres }) {
  const replicas = [];
  const stop = async () => {
    await Promise.all(replicas.map(replica => replica.stop()));
  };
  try {
    for (let index = 0; index < (postgres ? 2 : 1); index++) {
      const replica = await startPortal({ app, postgres, index });
      replicas.push(replica);
      await isReady(replica);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: replicas.at(-1).url, stop };
}

async function startPortal({ app, postgres, index }) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const file = path.join(app.folder, `app-config.replica-${index}.yaml`);
  await writeFile(
    file,
    stringify({
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { port },
        cors: { origin: url },
        auth: { keys: [{ secret: 'of-this-test-only' }] },
        startup: {
          // Releases of the app's own plugins may not go together.
          default: { onPluginBootFailure: 'continue' },
          plugins: Object.fromEntries(
            CONCERNED.map(id => [id, { onPluginBootFailure: 'abort' }]),
          ),
        },
        database: postgres
          ? {
              client: 'pg',
              connection: postgres,
              pluginDivisionMode: 'schema',
              ensureSchemaExists: true,
            }
          : { client: 'better-sqlite3', connection: ':memory:' },
      },
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
    }),
  );
  const { child, done, stop } = start(
    process.execPath,
    [
      '--require',
      path.join(
        app.folder,
        'node_modules/@backstage/cli/config/nodeTransform.cjs',
      ),
      'src/index.ts',
      ...['app-config.yaml', 'app-config.handover.yaml', file].flatMap(each => [
        '--config',
        path.resolve(app.folder, each),
      ]),
    ],
    {
      cwd: path.join(app.folder, 'packages/backend'),
      env: { ...app.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const log = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => log.push(String(chunk)));
  }
  return {
    url,
    done,
    stop,
    log: () =>
      log
        .join('')
        .split('\n')
        .filter(line => !line.includes('incomingRequest'))
        .join('\n'),
  };
}

async function isReady({ url, done, log }) {
  const ended = done.then(({ code }) => {
    throw new Error(`The backend ended with ${code}:\n${log().slice(-8_000)}`);
  });
  ended.catch(() => {});
  const deadline = Date.now() + DEADLINE_MS;
  while (Date.now() < deadline) {
    const answer = await Promise.race([
      fetch(`${url}/.backstage/health/v1/readiness`).catch(() => undefined),
      ended,
    ]);
    if (answer?.ok) {
      return;
    }
    await sleep(500);
  }
  throw new Error(`The backend is not ready:\n${log().slice(-8_000)}`);
}

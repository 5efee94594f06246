import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bootstrap } from '../lib/bootstrap.mjs';
import { baseUrls } from '../lib/config.mjs';
import { Failure } from '../lib/failure.mjs';
import { rootDir } from '../lib/paths.mjs';
import { isTaken } from '../lib/ports.mjs';
import { start } from '../lib/processes.mjs';

const backstageCli = path.join(
  rootDir,
  'node_modules/@backstage/cli/bin/backstage-cli',
);

/** A cold start on a small machine takes about half of this. */
const SLOW_MS = 90_000;

function portOf(url) {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}

async function checkPorts(urls) {
  for (const [part, url] of Object.entries(urls)) {
    const port = portOf(url);
    if (await isTaken(port)) {
      const finder =
        process.platform === 'win32'
          ? `netstat -ano | findstr :${port}`
          : `lsof -i :${port}`;
      throw new Failure(
        `Port ${port}, where the portal's ${
          part === 'app' ? 'frontend' : 'backend'
        } would listen, is taken by another program.`,
        {
          remedy:
            `Stop that program (\`${finder}\` names it), or choose other ports in app-config.local.yaml:\n\n` +
            `  app:\n    baseUrl: http://localhost:3100\n` +
            `  backend:\n    baseUrl: http://localhost:7107\n    listen: { port: 7107 }\n    cors: { origin: http://localhost:3100 }`,
        },
      );
    }
  }
}

async function isReady(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return response.ok;
  } catch {
    // Not listening yet: asked again in a moment.
    return false;
  }
}

/** Starts the portal for development and says where it is once it answers. */
export async function run(args) {
  const began = performance.now();
  const urls = baseUrls();
  await checkPorts(urls);
  const { node, env } = await bootstrap();
  console.log(
    `Ready to start Backstage after ${(
      (performance.now() - began) /
      1000
    ).toFixed(1)} s.`,
  );

  const portal = start(node, [backstageCli, 'repo', 'start', ...args], {
    cwd: rootDir,
    env,
  });
  let running = true;
  const done = portal.done.finally(() => {
    running = false;
  });

  const probes = [urls.app, `${urls.backend}/.backstage/health/v1/readiness`];
  const announce = async () => {
    // What compiles or starts wrong is shown as it happens, and tried again
    // when a file changes: say only that it is not merely slow.
    const slow = setTimeout(
      () =>
        console.log(
          `\n  The portal does not answer yet after ${
            SLOW_MS / 1000
          } s. If errors stand above, they say why.\n`,
        ),
      SLOW_MS,
    );
    for (const probe of probes) {
      while (running && !(await isReady(probe))) {
        await sleep(250);
      }
    }
    clearTimeout(slow);
    if (running) {
      console.log(
        `\n  Handover is ready: ${urls.app}\n  Press Ctrl-C to stop it.\n`,
      );
    }
  };
  const [{ code, interrupted }] = await Promise.all([done, announce()]);
  return interrupted ? 0 : code;
}

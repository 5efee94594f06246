import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cacheDir } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';

const entry = fileURLToPath(new URL('./run.mjs', import.meta.url));

function run(args, { nodeArgs = [], env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeArgs, entry, ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
}

describe('the entry', () => {
  it('says what to do under a Node that is too old', () => {
    const pretend = `data:text/javascript,${encodeURIComponent(
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });",
    )}`;
    const { status, stderr } = run(['start'], {
      nodeArgs: ['--import', pretend],
    });

    assert.equal(status, 1);
    assert.match(stderr, /^Node 18\.20\.4 is too old: Handover needs Node 20/);
  });

  it('names the commands it knows', () => {
    const { status, stderr } = run(['strat']);

    assert.equal(status, 2);
    assert.match(stderr, /Unknown command 'strat'/);
    assert.match(stderr, /Known commands: start, test, yarn/);
  });

  it('names the parts of the tests', () => {
    const { status, stderr } = run(['test', 'units']);

    assert.equal(status, 2);
    assert.match(stderr, /Known parts: scripts, unit, browser/);
  });

  it('downloads no Node for Yarn, and names the ones it needs', () => {
    const pretend = `data:text/javascript,${encodeURIComponent(
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.0' } });",
    )}`;
    const report = path.join(cacheDir, 'test-results/of-another-run');
    mkdirSync(path.dirname(report), { recursive: true });
    writeFileSync(report, '');
    const { status, stdout, stderr } = run(['test', 'scripts'], {
      nodeArgs: ['--import', pretend],
      env: {
        npm_config_user_agent: 'yarn/4.13.0 npm/? node/v20.11.0 linux x64',
      },
    });

    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /Handover needs Node 22\.12 or 24; this is 20\.11\.0/);
    assert.match(stderr, /`npm start` and `npm test` download Node 24/);
    // Nothing is removed before it is known that the tests can run.
    assert.ok(existsSync(report));
    rmSync(report);
  });

  it('says which port is taken and how to choose another', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();

    const { status, stderr } = run(['start'], {
      env: {
        APP_CONFIG_app_baseUrl: `http://localhost:${await freePort()}`,
        APP_CONFIG_backend_baseUrl: `http://localhost:${port}`,
      },
    });
    server.close();

    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`Port ${port}.*backend would listen`));
    assert.match(stderr, /app-config\.local\.yaml/);
  });
});

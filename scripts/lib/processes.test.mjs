import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually } from './__testUtils__/eventually.mjs';
import { freePort, isTaken } from './ports.mjs';
import { start } from './processes.mjs';

const processes = fileURLToPath(new URL('./processes.mjs', import.meta.url));

const server = port =>
  `require('node:net').createServer().listen(${port}, '127.0.0.1');`;

/** A program whose child is a server: what must not be left behind. */
const parentOfServer = port =>
  `require('node:child_process').spawn(process.execPath,
     ['-e', ${JSON.stringify(server(port))}], { stdio: 'inherit' });
   setInterval(() => {}, 1000);`;

describe('a started program', () => {
  it("reports its exit code, a signal's as shells do", async () => {
    const ended = await start(process.execPath, ['-e', 'process.exit(3)']).done;
    assert.equal(ended.code, 3);
    assert.equal(ended.interrupted, false);

    const killed = await start(process.execPath, [
      '-e',
      "process.kill(process.pid, 'SIGKILL')",
    ]).done;
    assert.equal(killed.code, 137);
  });

  it('stops with everything below it', async () => {
    const port = await freePort();
    const program = start(process.execPath, ['-e', parentOfServer(port)]);
    assert.ok(await eventually(() => isTaken(port)));

    await program.stop();

    assert.ok(await eventually(async () => !(await isTaken(port))));
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    it(`frees its ports when we get a ${signal}`, async () => {
      const port = await freePort();
      const us = spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { start } from ${JSON.stringify(processes)};
           const { interrupted } = await start(process.execPath,
             ['-e', ${JSON.stringify(parentOfServer(port))}]).done;
           process.exitCode = interrupted ? 42 : 1;`,
        ],
        { stdio: 'inherit' },
      );
      assert.ok(await eventually(() => isTaken(port)));

      us.kill(signal);

      const [code] = await once(us, 'exit');
      assert.equal(code, 42);
      assert.ok(await eventually(async () => !(await isTaken(port))));
    });
  }

  it('frees its ports when the npm that started us is killed', async () => {
    const port = await freePort();
    const us = `import { start } from ${JSON.stringify(processes)};
       await start(process.execPath, ['-e', ${JSON.stringify(
         parentOfServer(port),
       )}]).done;`;
    const npm = spawn(
      process.execPath,
      [
        '-e',
        `require('node:child_process').spawn(process.execPath,
           ['--input-type=module', '-e', ${JSON.stringify(us)}],
           { stdio: 'inherit' });`,
      ],
      {
        stdio: 'inherit',
        env: { ...process.env, npm_lifecycle_event: 'start' },
      },
    );
    assert.ok(await eventually(() => isTaken(port)));

    npm.kill('SIGKILL');

    assert.ok(await eventually(async () => !(await isTaken(port))));
  });
});

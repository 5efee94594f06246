import { fork } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../lib/paths.mjs';

/** After so many runs, Jest's memory is given back. */
const RUNS_PER_PROCESS = 60;

let changes = 0;

/**
 * Jest keeps what it transformed by the time of the file's last change, so the
 * file with a mutant in it needs a time of its own.
 */
function lookChanged(file) {
  const { atime, mtime } = statSync(file);
  changes += 1;
  utimesSync(file, atime, new Date(changes * 1_000));
  return () => utimesSync(file, atime, mtime);
}

/** The tests of one package, in a process of their own. */
export class Tests {
  #packageDir;
  #child;
  #runs = 0;

  constructor(packageDir) {
    this.#packageDir = packageDir;
  }

  /** @returns the outcome, or undefined if the deadline passed. */
  async run(order, deadlineMs) {
    if (this.#runs >= RUNS_PER_PROCESS) {
      this.stop();
    }
    this.#child ??= await this.#start();
    this.#runs += 1;
    if (!order.mutant) {
      return this.#send(order, deadlineMs);
    }
    const restore = lookChanged(order.mutant.file);
    try {
      return await this.#send(order, deadlineMs);
    } finally {
      restore();
    }
  }

  async #send(order, deadlineMs) {
    const child = this.#child;
    const id = this.#runs;
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(() => {
      resolve(undefined);
      this.stop();
    }, deadlineMs);
    const onMessage = message => {
      if (message.id === id) {
        if (message.error) {
          reject(new Error(message.error));
        } else {
          resolve(message.result);
        }
      }
    };
    // Out of memory, or ended by the code under test: noticed all the same.
    const onExit = () => {
      resolve(undefined);
      this.#forget();
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send({ id, order });
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
    }
  }

  stop() {
    this.#child?.kill('SIGKILL');
    this.#forget();
  }

  #forget() {
    this.#child = undefined;
    this.#runs = 0;
  }

  async #start() {
    const child = fork(path.join(import.meta.dirname, 'worker.mjs'), {
      cwd: path.join(rootDir, this.#packageDir),
      env: {
        ...process.env,
        NODE_ENV: 'test',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      },
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr.on('data', chunk => {
      errors = (errors + chunk).slice(-4_000);
    });
    const { promise, resolve, reject } = Promise.withResolvers();
    const fail = code =>
      reject(new Error(`The tests did not start (${code}): ${errors}`));
    child.once('message', resolve);
    child.once('exit', fail);
    await promise;
    child.off('exit', fail);
    child.on('exit', () => {
      if (this.#child === child) {
        this.#forget();
      }
    });
    return child;
  }
}

import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const isWindows = process.platform === 'win32';
const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** How long a child may take to stop by itself before it is ended. */
const GRACE_MS = 10_000;

/** Ends a child and everything it started. */
function signalTree(child, signal) {
  if (isWindows) {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

/**
 * Calls back once when the npm or Yarn that started us is gone. Both may end
 * at a signal without passing it on, and would leave everything running.
 *
 * @returns {() => void} stops watching
 */
function watchParent(onGone) {
  if (isWindows || !process.env.npm_lifecycle_event) {
    return () => {};
  }
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      onGone();
    }
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Starts a program in a process group of its own, so that the whole tree can
 * be stopped: a Ctrl-C, a SIGTERM or the terminal's closing reaches everything
 * below, and no port stays taken.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {{
 *   child: import('node:child_process').ChildProcess,
 *   done: Promise<{ code: number, signal: string | null, interrupted: boolean }>,
 *   stop: () => Promise<void>,
 * }} `code` is 128 + n for a child that signal n ended, as shells say it
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
    detached: !isWindows,
  });

  let interrupted = false;
  let killTimer;
  const end = signal => {
    signalTree(child, signal);
    killTimer ??= setTimeout(() => signalTree(child, 'SIGKILL'), GRACE_MS);
  };
  const onSignal = signal => {
    interrupted = true;
    end(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  forwardedSignals.forEach(name => process.on(name, onSignal));
  const unwatchParent = watchParent(() => onSignal('SIGTERM'));

  const done = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({
        code: code ?? 128 + (constants.signals[signal] ?? 0),
        signal,
        interrupted,
      });
    });
  }).finally(() => {
    clearTimeout(killTimer);
    unwatchParent();
    forwardedSignals.forEach(name => process.off(name, onSignal));
    // A grandchild may outlive the child it was started by.
    if (!isWindows && child.pid) {
      signalTree(child, 'SIGTERM');
    }
  });

  return {
    child,
    done,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        end('SIGTERM');
      }
      await done;
    },
  };
}

/** Runs a program to its end with its output shown; resolves to its exit code. */
export async function run(command, args, options) {
  const { code } = await start(command, args, options).done;
  return code;
}

/**
 * Runs a program that may ask questions: it stays in the terminal's foreground
 * group, where the keyboard, and so Ctrl-C, reaches it directly.
 */
export function runInteractive(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    const forward = signal => child.kill(signal);
    const ignore = () => {};
    process.on('SIGINT', ignore);
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', forward);
      process.off('SIGHUP', forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/**
 * Runs a program, shows each line of its output as it comes, and a line now
 * and then while it is silent, so that a long step never looks stuck.
 *
 * @param {{ label: string, quiet?: boolean }} options and those of `spawn`;
 *   `quiet` shows the output only if the program fails
 * @returns {Promise<{ code: number, interrupted: boolean, output: string }>}
 */
export async function runWithProgress(
  command,
  args,
  { label, quiet = false, ...options },
) {
  const began = Date.now();
  let spoke = began;
  let output = '';
  const { child, done } = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const show = chunk => {
    output = (output + chunk).slice(-100_000);
    if (!quiet) {
      spoke = Date.now();
      process.stdout.write(chunk);
    }
  };
  child.stdout.setEncoding('utf8').on('data', show);
  child.stderr.setEncoding('utf8').on('data', show);
  const heartbeat = setInterval(() => {
    if (Date.now() - spoke >= 5_000) {
      spoke = Date.now();
      const seconds = Math.round((Date.now() - began) / 1000);
      console.log(`… ${label}, ${seconds} s so far`);
    }
  }, 1_000);
  try {
    const { code, interrupted } = await done;
    if (quiet && code !== 0) {
      process.stdout.write(output);
    }
    return { code, interrupted, output };
  } finally {
    clearInterval(heartbeat);
  }
}

/** Whether a program can be started here and succeeds; shows nothing. */
export function runs(command, args, env = process.env) {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: 'ignore', env });
    child.once('error', () => resolve(false));
    child.once('close', code => resolve(code === 0));
  });
}

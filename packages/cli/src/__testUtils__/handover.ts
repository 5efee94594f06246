import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Each run is a process, and many of them may run side by side.
jest.setTimeout(60_000);

/** The repository's root. */
export const ROOT = path.resolve(__dirname, '../../../..');

/** A complete, valid handover, and the folder of all examples. */
export const EXAMPLES = path.join(ROOT, 'examples/services');
export const ORDERS = path.join(EXAMPLES, 'order-processing/handover.yaml');

/** A document with problems in seven places. */
export const INVALID = path.join(EXAMPLES, 'loyalty-points/handover.yaml');

/** The smallest valid document. */
export const MINIMAL = 'apiVersion: handover.dev/v1\nkind: Handover\n';

export type Outcome = { code: number | null; stdout: string; stderr: string };

type Options = { cwd?: string; stdin?: string; env?: Record<string, string> };

/** Path of the bundle that these tests run. */
export function bundle(): string {
  const folder = process.env.HANDOVER_CLI_TEST_FOLDER;
  if (!folder) {
    throw new Error('The bundle was not built before the tests');
  }
  return path.join(folder, 'handover.cjs');
}

/** Runs the bundle as a process of its own, with pipes and without colors. */
export function handover(
  args: string[],
  options: Options = {},
): Promise<Outcome> {
  return run(process.execPath, [bundle(), ...args], options);
}

/** Runs any command. */
export function run(
  command: string,
  args: string[],
  { cwd, stdin = '', env = {} }: Options = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const inherited = { ...process.env };
    // What Jest and CI set about colors is not what is tested.
    delete inherited.FORCE_COLOR;
    delete inherited.NO_COLOR;
    const child = spawn(command, args, {
      cwd,
      env: { ...inherited, TZ: 'UTC', ...env },
    });
    const outcome = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', chunk => {
      outcome.stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', chunk => {
      outcome.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code, ...outcome }));
    // A command that does not read its input may have ended already.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}

/** Runs the bundle in a terminal, typing an answer whenever `waitsFor` shows up. */
export function inTerminal(
  args: string[],
  options: Options & { dialogue?: [waitsFor: string, types: string][] },
): Promise<Outcome> {
  const { cwd, env, dialogue = [] } = options;
  const words = [process.execPath, bundle(), ...args];
  // The two forms of script(1): of util-linux, and of BSD and macOS.
  const command =
    process.platform === 'linux'
      ? ['-qefc', words.map(word => `'${word}'`).join(' '), '/dev/null']
      : ['-q', '/dev/null', ...words];
  return new Promise((resolve, reject) => {
    const inherited = { ...process.env };
    delete inherited.FORCE_COLOR;
    delete inherited.NO_COLOR;
    // Node.js takes a terminal in CI for one without colors.
    delete inherited.CI;
    const child = spawn('script', command, {
      cwd,
      env: { ...inherited, TZ: 'UTC', TERM: 'xterm', ...env },
    });
    const left = [...dialogue];
    let stdout = '';
    let seen = '';
    child.stdout.setEncoding('utf8').on('data', chunk => {
      stdout += chunk;
      seen += chunk;
      for (let next = left[0]; next && seen.includes(next[0]); next = left[0]) {
        seen = seen.slice(seen.indexOf(next[0]) + next[0].length);
        child.stdin.write(next[1]);
        left.shift();
      }
    });
    child.on('error', reject);
    child.on('close', code => {
      child.stdin.end();
      resolve({ code, stdout, stderr: '' });
    });
  });
}

/** An empty folder that is removed after the test. */
export function useFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'handover-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

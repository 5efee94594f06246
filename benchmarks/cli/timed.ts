import { spawnSync } from 'node:child_process';
import path from 'node:path';

const REPORTER = path.join(__dirname, 'reportCpuTime.cjs');

/** Milliseconds that a Node.js process took, from its start to its end. */
export function timed(args: string[], cwd?: string): number {
  const begun = process.hrtime.bigint();
  run(args, cwd);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

/** Milliseconds of CPU time that a Node.js process used, all its threads together. */
export function cpuTimed(args: string[], cwd?: string): number {
  const { stderr } = run(['--require', REPORTER, ...args], cwd);
  const [, time] = /cpu-milliseconds:([\d.]+)/.exec(stderr) ?? [];
  return Number(time);
}

function run(args: string[], cwd?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // A process that fails is fast, and says nothing about one that works.
  if (status !== 0) {
    throw new Error(
      `'${args.join(' ')}' ended with ${status}: ${stdout}${stderr}`,
    );
  }
  return { stdout, stderr };
}

import { spawnSync } from 'node:child_process';

/** Milliseconds that a Node.js process took, from its start to its end. */
export function timed(args: string[], cwd?: string): number {
  const begun = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const time = Number(process.hrtime.bigint() - begun) / 1e6;
  // A process that fails is fast, and says nothing about one that works.
  if (status !== 0) {
    throw new Error(
      `'${args.join(' ')}' ended with ${status}: ${stdout}${stderr}`,
    );
  }
  return time;
}

import { start } from '../lib/processes.mjs';
import { rootDir } from '../lib/paths.mjs';

/** Runs a program and passes on what it prints only if it fails. */
export async function exec(command, args, options = {}) {
  const { child, done } = start(command, args, {
    cwd: rootDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => output.push(chunk));
  }
  const { code } = await done;
  const text = Buffer.concat(output).toString('utf8');
  if (code !== 0) {
    throw new Error(
      `${[command, ...args].join(' ')} failed with ${code}:\n${text.slice(
        -8_000,
      )}`,
    );
  }
  return text;
}

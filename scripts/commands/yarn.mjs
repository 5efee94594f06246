import { childEnvironment } from '../lib/environment.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { ensureNode } from '../lib/node.mjs';
import { yarnPath } from '../lib/paths.mjs';
import { runInteractive } from '../lib/processes.mjs';

/** Commands of Yarn that change what is installed must not wait for it. */
const beforeInstall = ['install', 'add', 'remove', 'up', 'dedupe', 'config'];

/** Runs the checked-in Yarn with a supported Node, from wherever one stands. */
export async function run(args) {
  const node = await ensureNode();
  if (args.length > 0 && !beforeInstall.includes(args[0])) {
    await ensureInstalled(node);
  }
  return runInteractive(node.path, [yarnPath(), ...args], {
    env: childEnvironment(node.path),
  });
}

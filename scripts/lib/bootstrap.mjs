import { childEnvironment } from './environment.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNode } from './node.mjs';

/**
 * Brings what everything else needs: a supported Node and the dependencies.
 *
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the Node to run
 *   programs with, and the environment to run them in
 */
export async function bootstrap() {
  const node = await ensureNode();
  await ensureInstalled(node);
  return { node: node.path, env: childEnvironment(node.path) };
}

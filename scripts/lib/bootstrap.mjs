import { childEnvironment } from './environment.mjs';
import { Failure } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNode, isSupportedNode, supportedNodes } from './node.mjs';

/** Whether Yarn runs this script, such as for `yarn start`. */
function isRunByYarn(env = process.env) {
  return /^yarn\//.test(env.npm_config_user_agent ?? '');
}

/**
 * Whoever uses Yarn chose a Node and installs with `yarn install`: both are used
 * as they are.
 */
function givenNode(version = process.versions.node) {
  if (!isSupportedNode(version)) {
    throw new Failure(
      `Handover needs Node ${supportedNodes}; this is ${version}.`,
      {
        remedy:
          'Switch to one of them, or use npm: `npm start` and `npm test` download Node 24.',
      },
    );
  }
  return process.execPath;
}

/**
 * Provides what everything else needs: a supported Node and the dependencies.
 * Downloads and installs nothing if Yarn runs this script.
 *
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the Node to run
 *   programs with, and the environment to run them in
 */
export async function bootstrap() {
  if (isRunByYarn()) {
    const node = givenNode();
    return { node, env: childEnvironment(node) };
  }
  const node = await ensureNode();
  await ensureInstalled(node);
  return { node: node.path, env: childEnvironment(node.path) };
}

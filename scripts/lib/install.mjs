import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkDiskSpace, remedyFor } from './diagnosis.mjs';
import { childEnvironment } from './environment.mjs';
import { Failure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { rootDir, yarnPath } from './paths.mjs';
import { runWithProgress } from './processes.mjs';

const workspaceFolders = ['packages', 'plugins'];

/** Below node_modules: who deletes that folder deletes the stamp with it. */
const stampFile = root => path.join(root, 'node_modules', '.handover-install');

async function manifests(root) {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of workspaceFolders) {
    const entries = await readdir(path.join(root, folder), {
      withFileTypes: true,
    });
    files.push(
      ...entries
        .filter(entry => entry.isDirectory())
        .map(entry => path.join(folder, entry.name, 'package.json'))
        .filter(file => existsSync(path.join(root, file))),
    );
  }
  return files.sort();
}

/** What an installation depends on, as one short text. */
export async function installStamp({ root = rootDir, nodeMajor }) {
  const hash = createHash('sha256');
  for (const file of await manifests(root)) {
    hash.update(`${file}\0`);
    hash.update(await readFile(path.join(root, file)));
    hash.update('\0');
  }
  return `${process.platform}-${process.arch}-node${nodeMajor}-${hash.digest(
    'hex',
  )}`;
}

async function readStamp(root) {
  try {
    return (await readFile(stampFile(root), 'utf8')).trim();
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/**
 * Installs the dependencies exactly as yarn.lock says, unless that was done
 * already for this lock file, platform and Node.
 *
 * @param {{ path: string, major: number }} node
 */
export async function ensureInstalled(node) {
  const stamp = await installStamp({ nodeMajor: node.major });
  if ((await readStamp(rootDir)) === stamp) {
    return;
  }
  await withLock('install', async () => {
    const found = await readStamp(rootDir);
    if (found === stamp) {
      return;
    }
    if (!existsSync(path.join(rootDir, 'node_modules'))) {
      await checkDiskSpace(rootDir, 2.5e9);
    }
    console.log(
      found
        ? 'Dependencies changed: bringing them up to date.'
        : 'Installing dependencies (about 2 GB, a minute or two, once).',
    );
    const began = Date.now();
    const { code, interrupted, output } = await runWithProgress(
      node.path,
      [yarnPath(), 'install', '--immutable'],
      {
        cwd: rootDir,
        env: childEnvironment(node.path),
        label: 'installing dependencies',
      },
    );
    if (interrupted) {
      throw new Failure('Interrupted.', { exitCode: 130 });
    }
    if (code !== 0) {
      throw new Failure('The dependencies could not be installed.', {
        remedy:
          remedyFor(output, rootDir) ??
          'The lines above say why. When they do not help, delete node_modules and run the command again.',
      });
    }
    await writeFile(stampFile(rootDir), `${stamp}\n`);
    console.log(
      `Dependencies installed in ${Math.round((Date.now() - began) / 1000)} s.`,
    );
  });
}

import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkDiskSpace, remedyFor } from './diagnosis.mjs';
import { npmEnvironment } from './environment.mjs';
import { Failure } from './failure.mjs';
import { runWithProgress } from './processes.mjs';

/** How to run npm: the one that runs us, or the one on PATH. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && path.basename(running) === 'npm-cli.js') {
    return { command: process.execPath, prefix: [running], shell: false };
  }
  return process.platform === 'win32'
    ? { command: 'npm.cmd', prefix: [], shell: true }
    : { command: 'npm', prefix: [], shell: false };
}

/**
 * Brings one package from the npm registry into `folder`, which is then its
 * `node_modules` folder's parent. Runs none of the package's scripts.
 *
 * It is brought beside its place and moved there when complete, so that an
 * interrupted download is never taken for the package.
 *
 * @param {{ spec: string, folder: string, label: string, remedy?: string }} options
 *   `spec` as npm takes it: `name@range`
 * @throws {Failure} with what to do
 */
export async function bringPackage({ spec, folder, label, remedy }) {
  const draft = `${folder}.${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  await checkDiskSpace(path.dirname(folder), 0.5e9);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await writeFile(path.join(draft, 'package.json'), '{ "private": true }\n');
  const npm = npmCommand();
  try {
    const { code, interrupted, output } = await runWithProgress(
      npm.command,
      [
        ...npm.prefix,
        'install',
        '--prefix',
        draft,
        '--ignore-scripts',
        '--no-save',
        '--no-package-lock',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        spec,
      ],
      { cwd: draft, env: npmEnvironment(), shell: npm.shell, label },
    );
    if (interrupted) {
      throw new Failure('Interrupted.', { exitCode: 130 });
    }
    if (code !== 0 || !existsSync(path.join(draft, 'node_modules'))) {
      throw new Failure(`Could not bring ${spec} from the npm registry.`, {
        remedy: [remedyFor(output, folder), remedy].filter(Boolean).join('\n'),
      });
    }
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } catch (error) {
    if (error.code === 'ENOENT' && error.syscall?.startsWith('spawn')) {
      throw new Failure('npm was not found on PATH.', { remedy });
    }
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { rootDir, yarnPath } from '../lib/paths.mjs';
import { exec } from './exec.mjs';

/** Packages that are published, with their manifests. */
export async function publicPackages() {
  const packages = [];
  for (const parent of ['plugins', 'packages']) {
    for (const name of await readdir(path.join(rootDir, parent))) {
      const folder = path.join(rootDir, parent, name);
      const manifest = JSON.parse(
        await readFile(path.join(folder, 'package.json'), 'utf8'),
      );
      if (!manifest.private) {
        packages.push({ name: manifest.name, folder });
      }
    }
  }
  return packages;
}

/**
 * Builds and packs every public package, as `yarn npm publish` does.
 *
 * @returns {Promise<{ name: string, file: string }[]>}
 */
export async function packAll({ folder, build }) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const yarn = (...args) => exec(process.execPath, [yarnPath(), ...args]);
  const packages = await publicPackages();
  if (build) {
    await yarn('tsc');
    await yarn('backstage-cli', 'repo', 'build');
    // It has a build of its own, which the CLI of Backstage leaves out.
    await yarn('workspace', '@backstage-handover/cli', 'build');
  }
  const tarballs = [];
  for (const { name } of packages) {
    const file = path.join(
      folder,
      `${name.replace('@', '').replace('/', '-')}.tgz`,
    );
    await yarn('workspace', name, 'pack', '--out', file);
    tarballs.push({ name, file });
  }
  return tarballs;
}

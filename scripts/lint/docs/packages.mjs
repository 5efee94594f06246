import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../../lib/paths.mjs';

/** The packages of this repository. */
export function listPackages() {
  return ['plugins', 'packages'].flatMap(parent =>
    readdirSync(path.join(rootDir, parent))
      .map(name => `${parent}/${name}`)
      .filter(folder => existsSync(path.join(rootDir, folder, 'package.json')))
      .map(folder => ({
        folder,
        ...JSON.parse(
          readFileSync(path.join(rootDir, folder, 'package.json'), 'utf8'),
        ),
      })),
  );
}

/** Packages of ours, and entry points of them, that a text names and that do not exist. */
export function unknownPackages(text) {
  const packages = new Map(listPackages().map(each => [each.name, each]));
  // A name that ends in a dash stands for several, as in `…-module-<provider>`.
  const named =
    text
      // Files of an installed package, which are no entry points.
      .replace(/(node_modules\/@backstage-handover\/[\w-]+)\/[\w-]+\S*/g, '$1')
      .match(/@backstage-handover\/[\w-]*\w(?![\w-])(\/[\w-]+)*/g) ?? [];
  return [...new Set(named)].filter(each => {
    const [scope, name, ...entry] = each.split('/');
    const found = packages.get(`${scope}/${name}`);
    const exported = found?.exports ?? { '.': true };
    return !found || !exported[entry.length ? `./${entry.join('/')}` : '.'];
  });
}

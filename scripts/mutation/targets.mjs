import { readdirSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../lib/paths.mjs';

const common = 'plugins/handover-common';
const backend = 'plugins/handover-backend';

/** Which files are mutated. The tests of their own package must notice. */
const TARGETS = [
  { packageDir: common, pattern: /^src\/.+\.ts$/ },
  {
    packageDir: backend,
    pattern: /^src\/((permissions|gate)\/.+|.+\/Authorized[^/]+)\.ts$/,
  },
];

/**
 * Written by a tool, made for tests, or nothing but text that people read:
 * labels, descriptions and examples.
 */
const LEFT_OUT = [
  /\.test\.ts$/,
  /\/__\w+__\//,
  /\/generated\//,
  /\/OpenApiDocument\.ts$/,
  /\/registry\/(labels\.ts|sections\/)/,
  /\/starter\/examples\.ts$/,
];

/** @returns {{ packageDir: string, file: string }[]} paths from the root */
export function findTargets(filters = []) {
  return TARGETS.flatMap(({ packageDir, pattern }) =>
    readdirSync(path.join(rootDir, packageDir, 'src'), {
      recursive: true,
      encoding: 'utf8',
    })
      .map(name => `src/${name.split(path.sep).join('/')}`)
      .filter(name => pattern.test(name))
      .map(name => ({ packageDir, file: `${packageDir}/${name}` })),
  )
    .filter(({ file }) => !LEFT_OUT.some(pattern => pattern.test(file)))
    .filter(
      ({ file }) =>
        filters.length === 0 || filters.some(filter => file.includes(filter)),
    )
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * Bundles the command line into one file that needs nothing but Node.js, and
 * writes beside it the licenses of what it holds.
 *
 *     node scripts/build.mjs [output folder]
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const packageDir = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);
const outputDir = path.resolve(
  process.argv[2] ?? path.join(packageDir, 'dist'),
);
const { version } = JSON.parse(
  await readFile(path.join(packageDir, 'package.json'), 'utf8'),
);

/** Of the languages that zod speaks only English: the others are a quarter of the bundle. */
const englishAlone = {
  name: 'english-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

const { metafile } = await build({
  absWorkingDir: packageDir,
  entryPoints: ['src/main.ts'],
  outfile: path.join(outputDir, 'handover.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  minify: true,
  // Stack traces stay readable, and so do differences between releases.
  lineLimit: 200,
  legalComments: 'none',
  metafile: true,
  plugins: [englishAlone],
  logLevel: 'warning',
  // Sources of libraries come as both kinds: the newer one can be shaken.
  mainFields: ['module', 'main'],
  banner: {
    js: [
      '#!/usr/bin/env node',
      "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
    ].join('\n'),
  },
  define: {
    HANDOVER_VERSION: JSON.stringify(version),
    // What modules of the newer kind ask for, CommonJS does not have.
    'import.meta.url': 'importMetaUrl',
  },
});

/** The folder and name of the installed package that a bundled file is from. */
function packageOf(file) {
  const match = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(file);
  return match && { dir: path.resolve(packageDir, match[1]), name: match[2] };
}

async function notice({ dir, name }) {
  const manifest = JSON.parse(
    await readFile(path.join(dir, 'package.json'), 'utf8'),
  );
  const file = (await readdir(dir)).find(each =>
    /^licen[cs]e(\.(md|txt))?$/i.test(each),
  );
  const text = file
    ? await readFile(path.join(dir, file), 'utf8')
    : `License: ${manifest.license}`;
  return `${name} ${manifest.version}\n\n${text.trim()}\n`;
}

const packages = new Map(
  Object.keys(metafile.inputs)
    .map(packageOf)
    .filter(Boolean)
    .map(found => [found.dir, found]),
);
const notices = await Promise.all([...packages.values()].map(notice));
await writeFile(
  path.join(outputDir, 'THIRD-PARTY-LICENSES.txt'),
  notices.sort().join(`\n${'-'.repeat(72)}\n\n`),
);

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { rootDir } from '../lib/paths.mjs';
import { exec } from './exec.mjs';

const allowed = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^CHANGELOG\.md$/,
  // The schema, as written and as the CLI of Backstage compiled it.
  /^config\.(d\.ts|schema\.json)$/,
  /^migrations\/[\w-]+\.js$/,
  /^templates\//,
  /^dist\//,
];

const leftovers =
  /(^|\/)(src|__fixtures__|__testUtils__|__tests__)\/|\.(test|spec|fixture)\.|setupTests/;

/**
 * What is wrong with a packed package: files that are missing or too many,
 * versions of the workspace, and imports that its manifest does not declare.
 *
 * @returns {Promise<string[]>}
 */
export async function checkTarball({ name, file }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-tarball-'));
  try {
    await exec('tar', ['-xzf', file, '-C', folder, '--strip-components=1']);
    const problems = await checkPackage(folder);
    return problems.map(problem => `${name}: ${problem}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same for a package that lies in a folder. */
export async function checkPackage(folder) {
  const manifest = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  );
  const files = (
    await readdir(folder, { recursive: true, withFileTypes: true })
  )
    .filter(entry => entry.isFile())
    .map(entry =>
      path
        .relative(folder, path.join(entry.parentPath, entry.name))
        .replaceAll(path.sep, '/'),
    );
  return [
    ...checkFiles(files, manifest),
    ...checkVersions(manifest),
    ...checkEntryPoints(files, manifest),
    ...(await checkImports(folder, files, manifest)),
  ];
}

function checkFiles(files, manifest) {
  const required = ['README.md', 'LICENSE', 'package.json'];
  if (manifest.configSchema) {
    required.push(manifest.configSchema);
  }
  for (const entry of manifest.files ?? []) {
    if (!files.some(file => file === entry || file.startsWith(`${entry}/`))) {
      required.push(entry);
    }
  }
  return [
    ...required
      .filter(file => !files.includes(file))
      .map(file => `has no ${file}`),
    ...files
      .filter(
        file =>
          !allowed.some(pattern => pattern.test(file)) ||
          (leftovers.test(file) && !file.startsWith('templates/')),
      )
      .map(file => `has ${file}, which nobody needs`),
  ];
}

function checkVersions(manifest) {
  return ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap(
    kind =>
      Object.entries(manifest[kind] ?? {})
        .filter(([, range]) =>
          /^(workspace|link|file|portal|backstage):/.test(range),
        )
        .map(([dependency, range]) => `${kind} has ${dependency} ${range}`),
  );
}

/** Each subpath has code and types; a command has its file. */
function checkEntryPoints(files, manifest) {
  const has = file => files.includes(file.replace(/^\.\//, ''));
  const bins =
    typeof manifest.bin === 'string'
      ? [manifest.bin]
      : Object.values(manifest.bin ?? {});
  const problems = bins
    .filter(file => !has(file))
    .map(file => `bin names ${file}, which is not there`);
  if (bins.length > 0) {
    return problems;
  }
  const exported = manifest.exports ?? {
    '.': { types: manifest.types, default: manifest.main },
  };
  for (const [subpath, target] of Object.entries(exported)) {
    if (subpath === './package.json') {
      continue;
    }
    const targets = typeof target === 'string' ? { default: target } : target;
    if (!targets.types) {
      problems.push(`${subpath} has no types`);
    }
    if (Object.keys(targets).every(key => key === 'types')) {
      problems.push(`${subpath} has no code`);
    }
    for (const file of Object.values(targets).filter(Boolean)) {
      if (!has(file)) {
        problems.push(`${subpath} names ${file}, which is not there`);
      }
    }
  }
  return problems;
}

async function checkImports(folder, files, manifest) {
  const declared = new Set([
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ]);
  const undeclared = new Map();
  for (const file of files.filter(each =>
    /^(dist|migrations)\/.*\.(c|m)?js$|\.d\.ts$/.test(each),
  )) {
    const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(
      await readFile(path.join(folder, file), 'utf8'),
      true,
      true,
    );
    for (const { fileName } of [...importedFiles, ...typeReferenceDirectives]) {
      for (const needed of packagesOf(fileName, file.endsWith('.d.ts'))) {
        if (!declared.has(needed)) {
          undeclared.set(needed, file);
        }
      }
    }
  }
  return [...undeclared].map(
    ([needed, file]) => `${file} imports ${needed}, which is not declared`,
  );
}

/** The packages that an import needs: for types also those that type it. */
function packagesOf(specifier, isTypes) {
  if (
    specifier.startsWith('.') ||
    specifier.startsWith('node:') ||
    builtinModules.includes(specifier)
  ) {
    return [];
  }
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  // Hosts type React themselves.
  if (!isTypes || ['react', 'react-dom'].includes(name)) {
    return [name];
  }
  const typesName = `@types/${name.replace('@', '').replace('/', '__')}`;
  const isTyped =
    hasTypes(name) ||
    !existsSync(path.join(rootDir, 'node_modules', typesName));
  return isTyped ? [name] : [name, typesName];
}

function hasTypes(name) {
  const folder = path.join(rootDir, 'node_modules', name);
  return (
    existsSync(path.join(folder, 'index.d.ts')) ||
    existsSync(path.join(folder, 'dist/index.d.ts'))
  );
}

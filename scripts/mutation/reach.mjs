import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { rootDir } from '../lib/paths.mjs';
import { findLoaded } from './imports.mjs';

const CACHE = path.join(rootDir, '.cache/mutation');
const DEADLINE_MS = 45 * 60_000;

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    hash.update(path.relative(rootDir, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const isOfTests = file => /\.test\.ts$|\/__testUtils__\//.test(file);

function findTests(packageDir, filters = ['']) {
  const folder = path.join(rootDir, packageDir, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.test\.ts$/.test(name))
    .map(name => path.join(folder, name))
    .filter(name => filters.some(filter => name.includes(filter)));
}

/**
 * What each test file of a package reaches of the targets: regions by test,
 * and how long each test takes. A test file is run again if it changed, or one
 * of the files that are mutated.
 *
 * @param targets - Absolute paths of all that may be mutated.
 * @param mutated - Those of them that are, this time.
 * @param filters - Parts of the paths of the test files to run; all by default.
 */
export async function measureReach({
  packageDir,
  targets,
  mutated,
  tests,
  filters,
  log,
}) {
  mkdirSync(CACHE, { recursive: true });
  const cacheFile = path.join(CACHE, `${path.basename(packageDir)}.json`);
  const known = existsSync(cacheFile)
    ? JSON.parse(readFileSync(cacheFile, 'utf8'))
    : {};

  const hashes = Object.fromEntries(
    targets.map(file => [file, hashOf([file])]),
  );
  const related = findTests(packageDir, filters)
    .map(file => ({ file, loaded: findLoaded(file) }))
    .filter(({ loaded }) => mutated.some(target => loaded.has(target)))
    .map(({ file, loaded }) => ({
      file,
      loaded,
      hash: hashOf([...loaded].filter(isOfTests)),
    }));
  const missing = related.filter(
    ({ file, loaded, hash }) =>
      known[file]?.hash !== hash ||
      mutated.some(
        target =>
          loaded.has(target) && known[file].targets[target] !== hashes[target],
      ),
  );
  if (missing.length > 0) {
    log(`Running ${missing.length} test files of ${packageDir} once`);
    const measured = await runOnce(missing, { targets, hashes, tests });
    Object.assign(known, measured);
    writeFileSync(cacheFile, JSON.stringify(known));
  }
  return related.map(({ file }) => ({ file, ...known[file] }));
}

async function runOnce(missing, { targets, hashes, tests }) {
  const reachedFile = path.join(CACHE, 'reached.jsonl');
  rmSync(reachedFile, { force: true });
  const result = await tests.run(
    {
      reach: targets,
      reachedFile,
      testFiles: missing.map(({ file }) => file),
    },
    DEADLINE_MS,
  );
  // What is marked is slower, and kept by that process.
  tests.stop();
  const failed = (result?.files ?? []).filter(
    ({ loadFailed, tests: all }) => loadFailed || all.some(test => test.failed),
  );
  if (!result || failed.length > 0) {
    const names = failed.flatMap(({ file, tests: all }) => [
      file,
      ...all.filter(test => test.failed).map(({ name }) => `  ${name}`),
    ]);
    throw new Error(
      `Tests fail without any mutant:\n${names.join('\n') || 'no outcome'}`,
    );
  }
  const reached = new Map(
    readFileSync(reachedFile, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
      .map(line => [line.testFile, line.reached]),
  );
  return Object.fromEntries(
    missing.map(({ file, hash }) => {
      const ran = result.files.find(other => other.file === file);
      return [
        file,
        {
          hash,
          targets: hashes,
          ms: ran?.ms ?? 0,
          tests: ran?.tests.map(({ name, ms }) => ({ name, ms })) ?? [],
          reached: reached.get(file) ?? {},
        },
      ];
    }),
  );
}

/**
 * Puts small faults ("mutants") into the code, one at a time, and tells which
 * of them no test notices.
 *
 *     yarn test:mutation [options] [part of a path...]
 *
 *     --sample <n>   how many mutants to draw (default: 300)
 *     --seed <n>     draws others (default: 1)
 *     --budget <s>   how long the tests of one mutant may take, as measured without
 *                    it (default: 60); what only slower tests notice survives
 *     --minutes <n>  stop after so long; what was tried by then is a sample too
 *     --tests <part> run only test files with this in their path; may repeat
 *     --all          try every mutant of the files
 *     --survivors    list the survivors of the last run again, and try only those
 *
 * Without a path it draws from all of handover-common, and from the backend's
 * permissions, gate and Authorized… services. Only tests of the same package
 * run. The report is in .cache/mutation/report.json.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rootDir } from '../lib/paths.mjs';
import { MutantRunner } from './MutantRunner.mjs';
import { findMutants } from './mutants.mjs';
import { measureReach } from './reach.mjs';
import { findRegions, regionAround } from './regions.mjs';
import { describeMutant, summarize, summaryLines } from './report.mjs';
import { createRandom, drawSample, shuffled } from './sample.mjs';
import { findTargets } from './targets.mjs';
import { Tests } from './Tests.mjs';
import { TypeCheck } from './TypeCheck.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    budget: { type: 'string', default: '60' },
    minutes: { type: 'string', default: '600' },
    tests: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    survivors: { type: 'boolean' },
  },
});

function readNumber(name) {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new Error(
      `--${name} must be a whole number from 1, not '${values[name]}'`,
    );
  }
  return value;
}

const reportFile = path.join(rootDir, '.cache/mutation/report.json');
const seed = readNumber('seed');
const size = values.all ? Infinity : readNumber('sample');

// A machine that others use stays usable.
setPriority(10);

const texts = new Map();
const readText = file => {
  if (!texts.has(file)) {
    texts.set(file, readFileSync(path.join(rootDir, file), 'utf8'));
  }
  return texts.get(file);
};

const targets = findTargets(positionals);
const groups = targets.map(({ packageDir, file }) =>
  findMutants(readText(file), file).map(mutant => ({
    packageDir,
    file,
    ...mutant,
  })),
);
const total = groups.flat().length;
if (total === 0) {
  throw new Error(`Nothing to mutate in ${positionals.join(', ')}`);
}

const sameMutant = (a, b) =>
  a.file === b.file &&
  a.start === b.start &&
  a.end === b.end &&
  a.replacement === b.replacement;

function draw() {
  if (!values.survivors) {
    return drawSample(groups, size, seed);
  }
  const last = existsSync(reportFile)
    ? JSON.parse(readFileSync(reportFile, 'utf8')).results
    : [];
  const survivors = last.filter(
    ({ outcome }) => outcome === 'survived' || outcome === 'not run',
  );
  return groups
    .flat()
    .filter(mutant => survivors.some(other => sameMutant(mutant, other)));
}

// In random order, so that the first ones are a sample of all.
const drawn = shuffled(draw(), createRandom(seed));
console.log(`${drawn.length} of ${total} mutants in ${targets.length} files`);

/** So many are checked by the compiler at once. */
const CHUNK = 40;

const results = [];
const began = Date.now();
const deadline = began + readNumber('minutes') * 60_000;
for (const packageDir of new Set(drawn.map(mutant => mutant.packageDir))) {
  await tryPackage(packageDir);
}

async function tryPackage(packageDir) {
  const tests = new Tests(packageDir);
  const files = findTargets()
    .filter(target => target.packageDir === packageDir)
    .map(target => target.file);
  const absolute = file => path.join(rootDir, file);
  const mutants = drawn.filter(each => each.packageDir === packageDir);
  const measured = await measureReach({
    packageDir,
    targets: files.map(absolute),
    mutated: [...new Set(mutants.map(({ file }) => absolute(file)))],
    tests,
    filters: values.tests,
    log: console.log,
  });
  const runner = new MutantRunner({
    tests,
    measured,
    budgetMs: readNumber('budget') * 1_000,
  });
  const typeCheck = new TypeCheck(files);
  for (let from = 0; from < mutants.length; from += CHUNK) {
    const chunk = mutants.slice(from, from + CHUNK);
    const compiling = typeCheck.compiling(chunk);
    for (const mutant of chunk) {
      if (Date.now() > deadline) {
        tests.stop();
        return;
      }
      await tryMutant(mutant, { compiles: compiling.has(mutant), runner });
    }
  }
  tests.stop();
}

async function tryMutant(mutant, { compiles, runner }) {
  const text = readText(mutant.file);
  const region = regionAround(findRegions(text, mutant.file), mutant);
  const started = Date.now();
  const result = compiles
    ? await runner.try(
        { ...mutant, file: path.join(rootDir, mutant.file) },
        region,
      )
    : { outcome: 'does not compile' };
  results.push({ ...mutant, ...result, file: mutant.file });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${results.length}/${drawn.length} ${
      result.outcome
    } (${seconds} s) ${describeMutant(text, mutant)}`,
  );
}

const summary = summarize(results);
mkdirSync(path.dirname(reportFile), { recursive: true });
writeFileSync(
  reportFile,
  JSON.stringify({ seed, total, summary, results }, undefined, 2),
);
const survivors = results.filter(
  ({ outcome }) => outcome === 'survived' || outcome === 'not run',
);
console.log('\nSurvivors:');
for (const mutant of survivors) {
  console.log(
    `  ${describeMutant(readText(mutant.file), mutant)}${
      mutant.outcome === 'not run' ? '  (reached by no test)' : ''
    }`,
  );
}
console.log();
for (const line of summaryLines(summary, {
  total,
  drawn: results.length,
  seed,
})) {
  console.log(line);
}
console.log(`${Math.round((Date.now() - began) / 1000)} s`);

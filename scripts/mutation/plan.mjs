/** More names than this make a slower pattern than running the whole file. */
const MAX_NAMES = 150;
const LOAD_MS = 1_000;
/** How much quicker a test of another room must be to come first. */
const FAR = 5;

/**
 * Which tests must run for a mutant, up to a budget: those beside the file
 * first, and the quick ones first.
 * Where a region is reached outside of any test, for example while a module is
 * loaded, the whole file has to run.
 *
 * @param region - Index of the mutant's region in its file.
 * @param measured - What `measureReach` returned.
 * @returns {{ testFiles: string[], names?: string[], ms: number }[]} runs
 */
export function planRuns({ file, region, measured, budgetMs }) {
  const named = [];
  const whole = [];
  const distance = test => (roomOf(test) === roomOf(file) ? 1 : FAR);
  for (const test of measured) {
    const names = test.reached[file]?.[region];
    if (!names) {
      continue;
    }
    const inAll = region === -1 || names.includes('');
    if (inAll || names.length > MAX_NAMES) {
      whole.push({
        file: test.file,
        ms: test.ms,
        order: test.ms * distance(test.file),
      });
    } else {
      for (const { name, ms } of test.tests) {
        if (names.includes(name)) {
          named.push({
            file: test.file,
            name,
            ms,
            order: ms * distance(test.file),
          });
        }
      }
    }
  }
  const first = toRun(withinBudget(named, budgetMs));
  const rest = toRun(withinBudget(whole, budgetMs - first.ms));
  return [first, rest].filter(run => run.testFiles.length > 0);
}

/** The folder below `src` that a file is in. */
function roomOf(file) {
  return /\/src\/([^/]+)\//.exec(file)?.[1];
}

/**
 * The first ones; one at least, so that what only slow tests reach is tried.
 * The first test of a file also costs loading it.
 */
function withinBudget(all, budgetMs) {
  const loaded = new Set();
  let sum = 0;
  return [...all]
    .sort((a, b) => a.order - b.order)
    .filter(({ file, name, ms }) => {
      const isLoaded = name === undefined || loaded.has(file);
      const cost = ms + (isLoaded ? 0 : LOAD_MS);
      if (sum > 0 && sum + cost > budgetMs) {
        return false;
      }
      loaded.add(file);
      sum += cost;
      return true;
    });
}

function toRun(parts) {
  const costs = new Map();
  const orders = new Map();
  for (const { file, ms, order } of parts) {
    costs.set(file, (costs.get(file) ?? LOAD_MS) + ms);
    orders.set(file, (orders.get(file) ?? 0) + order);
  }
  const names = [...new Set(parts.flatMap(({ name }) => name ?? []))];
  return {
    testFiles: [...orders.keys()].sort((a, b) => orders.get(a) - orders.get(b)),
    ...(names.length > 0 && { names }),
    ms: [...costs.values()].reduce((sum, ms) => sum + ms, 0),
  };
}

/** A pattern for Jest that matches these full names of tests only. */
export function namePattern(names) {
  const escaped = names.map(name =>
    name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  return `^(${escaped.join('|')})$`;
}

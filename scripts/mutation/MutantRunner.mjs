import { namePattern, planRuns } from './plan.mjs';

const SPARE_MS = 15_000;
const SLOWER = 3;
const MOST_MS = 30 * 60_000;

/** Tries mutants against the tests of one package. */
export class MutantRunner {
  #tests;
  #measured;
  #budgetMs;
  /** Tests that pass alone, without a mutant. */
  #independent = new Map();

  constructor({ tests, measured, budgetMs }) {
    this.#tests = tests;
    this.#measured = measured;
    this.#budgetMs = budgetMs;
  }

  /**
   * @param mutant - With the absolute path of its file.
   * @returns {{ outcome: 'killed' | 'timeout' | 'survived' | 'not run', by?: string }}
   */
  async try(mutant, region) {
    const runs = planRuns({
      file: mutant.file,
      region,
      measured: this.#measured,
      budgetMs: this.#budgetMs,
    });
    if (runs.length === 0) {
      return { outcome: 'not run' };
    }
    for (const run of runs) {
      const { testFiles, names } = run;
      const found = await this.#run(mutant, run);
      if (!found) {
        continue;
      }
      if (names && !(await this.#isIndependent(found))) {
        // It needs the tests before it: only whole files tell.
        const again = await this.#run(mutant, {
          ...run,
          testFiles,
          names: undefined,
        });
        if (!again) {
          continue;
        }
      }
      return found;
    }
    return { outcome: 'survived' };
  }

  async #run(mutant, { testFiles, names, ms }) {
    const order = { testFiles, names: names && namePattern(names) };
    let deadlineMs = ms * SLOWER + SPARE_MS;
    let result = await this.#tests.run({ ...order, mutant }, deadlineMs);
    // The machine may be slow, rather than the mutant.
    while (!result && !(await this.#tests.run(order, deadlineMs))) {
      if (deadlineMs > MOST_MS) {
        throw new Error(`These tests do not end: ${testFiles.join(', ')}`);
      }
      deadlineMs *= 2;
      result = await this.#tests.run({ ...order, mutant }, deadlineMs);
    }
    if (!result) {
      return { outcome: 'timeout' };
    }
    for (const { file, loadFailed, tests } of result.files) {
      const failed = tests.find(test => test.failed);
      if (failed || loadFailed) {
        return { outcome: 'killed', file, by: failed?.name };
      }
    }
    if (!result.success) {
      throw new Error(`Jest failed without a failed test: ${mutant.file}`);
    }
    return undefined;
  }

  async #isIndependent({ outcome, file, by }) {
    if (outcome !== 'killed' || by === undefined) {
      return true;
    }
    const key = `${file} ${by}`;
    if (!this.#independent.has(key)) {
      const result = await this.#tests.run(
        { testFiles: [file], names: namePattern([by]) },
        10 * 60_000,
      );
      this.#independent.set(key, result?.success === true);
    }
    return this.#independent.get(key);
  }
}

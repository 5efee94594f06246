import type { Pipeline, PipelineJob, Trigger } from './types';

/** Which jobs must have passed before which. */
export class JobGraph {
  readonly #jobs: Map<string, PipelineJob>;
  readonly #direct = new Map<string, string[]>();
  readonly #ancestors = new Map<string, Set<string>>();

  readonly #skipsOthers: boolean;

  private constructor(jobs: readonly PipelineJob[], skipsOthers: boolean) {
    this.#skipsOthers = skipsOthers;
    this.#jobs = new Map(jobs.map(job => [job.name, job]));
  }

  /** In GitHub Actions, what waits for a job that does not run does not run either. */
  static create({ jobs, tool }: Pipeline): JobGraph {
    return new JobGraph(jobs, tool === 'GitHub Actions');
  }

  /** Names of all jobs before one, directly or not. */
  before(job: PipelineJob): Set<string> {
    const known = this.#ancestors.get(job.name);
    if (known) {
      return known;
    }
    const found = new Set<string>();
    const waiting = this.#after(job);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (!found.has(name)) {
        found.add(name);
        const each = this.#jobs.get(name);
        waiting.push(...(each ? this.#after(each) : []));
      }
    }
    this.#ancestors.set(job.name, found);
    return found;
  }

  /** Each that is known once: a file may name anything, any number of times. */
  #after({ name, after }: PipelineJob): string[] {
    const known =
      this.#direct.get(name) ??
      [...new Set(after)].filter(each => this.#jobs.has(each));
    this.#direct.set(name, known);
    return [...known];
  }

  /**
   * Has one job passed whenever another one starts? A job of an earlier stage that
   * has a condition of its own may not be part of the same run.
   */
  hasPassed(earlier: PipelineJob, job: PipelineJob): boolean {
    return (
      this.before(job).has(earlier.name) &&
      (this.#skipsOthers ||
        earlier.condition === undefined ||
        earlier.condition === job.condition ||
        (job.waitsByName === true && job.after.includes(earlier.name)))
    );
  }

  /** The jobs, each after those that it waits for; else as they are in the file. */
  inOrder(): PipelineJob[] {
    const jobs = [...this.#jobs.values()];
    return jobs
      .map((job, index) => ({ job, index, rank: this.before(job).size }))
      .sort((a, b) => a.rank - b.rank || a.index - b.index)
      .map(({ job }) => job);
  }

  /**
   * How a job starts when what it waits for is counted in: what waits for somebody
   * does not start by itself.
   */
  triggerOf(job: PipelineJob): Trigger | undefined {
    if (job.asks) {
      return { kind: 'manual', place: job.asks };
    }
    if (job.trigger?.kind === 'manual') {
      return job.trigger;
    }
    const before = [...this.#jobs.values()].filter(({ name }) =>
      this.before(job).has(name),
    );
    const gate = before.findLast(
      each =>
        each.effect.kind === 'asks' ||
        each.asks ||
        each.trigger?.kind === 'manual',
    );
    if (gate) {
      return this.hasPassed(gate, job)
        ? {
            kind: 'manual',
            place: gate.asks ?? gate.trigger?.place ?? gate.place,
          }
        : undefined;
    }
    return before.some(({ effect }) => effect.kind === 'mayAsk')
      ? undefined
      : job.trigger;
  }
}

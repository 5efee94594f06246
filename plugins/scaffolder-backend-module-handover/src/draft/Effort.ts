import { UnreadableError } from './UnreadableError';

/**
 * Most steps for one file, with all that it refers to. The largest pipelines that
 * people write take a tenth of them, and a machine takes them in a moment.
 */
const MAX_STEPS = 300_000;

/** Characters of a script that count as one step. */
const CHARACTERS = 16;

/**
 * What reading a file has cost, counted and not measured, so that it is the same on
 * every machine. Anchors, templates and scripts that refer to each other can make
 * a short file mean more than anybody could read.
 */
export class Effort {
  #left: number;

  private constructor(steps: number) {
    this.#left = steps;
  }

  static create(options: { steps?: number } = {}): Effort {
    return new Effort(options.steps ?? MAX_STEPS);
  }

  /** @throws UnreadableError when it is too much for one file */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) {
      throw new UnreadableError(
        'is too large once its anchors, templates and scripts are followed',
      );
    }
  }

  /** @throws UnreadableError when it is too much for one file */
  spendOnText(text: string): void {
    this.spend(1 + text.length / CHARACTERS);
  }
}

import { NonsenseError } from '@backstage-handover/plugin-handover-common/gate';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import { withinTime } from '../../withinTime';
import {
  type ContributorKind,
  type ContributorMetrics,
  type ContributorOutcome,
  createContributorMetrics,
} from './metrics';

/** The result of a contributor, or a message that explains what went wrong. */
export type Answer<T> = { value: T } | { failure: string };

export type Question<T> = {
  kind: ContributorKind;
  id: string;
  title: string;
  /** The subject of the request, for the log. */
  subject: string;
  /** Asks the contributor. */
  ask: (signal: AbortSignal) => Promise<unknown>;
  /** Checks what it answered. */
  check: (value: unknown) => T;
};

/** What a contributor did wrong, without anything that it said itself. */
class ContributorError extends Error {
  name = 'ContributorError';

  constructor(
    readonly outcome: ContributorOutcome,
    message: string,
    readonly cause?: unknown,
  ) {
    super(message);
  }
}

/**
 * Calls contributors of the gate. One that throws, hangs or returns something
 * invalid fails alone and in time. Its message goes to the log only, because it
 * can contain credentials.
 */
export class ContributorRunner {
  readonly #timeoutMs: number;
  readonly #logger: LoggerService;
  readonly #metrics: ContributorMetrics;

  static create(options: {
    timeoutMs: number;
    logger: LoggerService;
    metrics: MetricsService;
  }): ContributorRunner {
    return new ContributorRunner(options);
  }

  private constructor(options: Parameters<typeof ContributorRunner.create>[0]) {
    this.#timeoutMs = options.timeoutMs;
    this.#logger = options.logger;
    this.#metrics = createContributorMetrics(options.metrics);
  }

  /** Never rejects, and answers within the time limit. */
  async run<T>(question: Question<T>): Promise<Answer<T>> {
    const { kind, id, title, subject } = question;
    const start = performance.now();
    const count = (outcome: ContributorOutcome) => {
      this.#metrics.answers.add(1, { kind, id, outcome });
      this.#metrics.duration.record((performance.now() - start) / 1000, {
        kind,
        id,
      });
    };
    try {
      const value = await this.#ask(question);
      count('ok');
      return { value };
    } catch (error) {
      const failed =
        error instanceof ContributorError
          ? error
          : new ContributorError('failed', 'failed', error);
      count(failed.outcome);
      const failure = `${title} ${failed.message}`;
      this.#logger.warn(
        `The ${kind} '${id}' of the gate cannot be used for '${subject}': it ${failed.message}`,
        ...(failed.cause === undefined ? [] : [toError(failed.cause)]),
      );
      return { failure };
    }
  }

  async #ask<T>({ ask, check }: Question<T>): Promise<T> {
    const timeoutMs = this.#timeoutMs;
    const value = await withinTime(ask, {
      timeoutMs,
      timedOut: () =>
        new ContributorError(
          'timeout',
          `did not answer within ${timeoutMs / 1000} seconds`,
        ),
    });
    try {
      return check(value);
    } catch (error) {
      throw new ContributorError(
        'invalid',
        error instanceof NonsenseError
          ? `returned an invalid result: ${error.message}`
          : 'returned an invalid result',
        error,
      );
    }
  }
}

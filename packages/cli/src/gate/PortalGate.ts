import type {
  GateDecision,
  HandoverClient,
} from '@backstage-handover/plugin-handover-common';
import {
  type Calendar,
  parseCalendars,
  parseDecision,
} from '@backstage-handover/plugin-handover-common/gate';
import type { Clock } from '../io/clock';
import { callOptions } from '../portal/client';
import { StrangeAnswerError, UnreachableError } from '../portal/errors';
import { statusOf } from '../portal/retryAfter';
import type { Answer, Decided, Undecided } from './answer';
import { type Question, usageError } from './options';
import { plain } from './plain';
import { withRetries } from './retry';

/** How long one attempt can take. The portal gives its contributors 3 seconds. */
const TIMEOUT_MS = 15_000;
/** Longer messages of a portal are cut. */
const MAX_MESSAGE = 1_000;

/** Statuses that say that the question is wrong, and what to look at. */
const REFUSALS = new Map([
  [400, undefined],
  [401, 'Set HANDOVER_TOKEN to a valid token of external access.'],
  [403, 'The token needs the permission handover.gate.decide for this entity.'],
  [404, 'Check --entity and --portal.'],
]);

/** The gate of one entity and environment in a portal. */
export class PortalGate {
  readonly #client: HandoverClient;
  readonly #question: Question;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;

  constructor(options: {
    client: HandoverClient;
    question: Question;
    clock: Clock;
    signal: AbortSignal;
  }) {
    this.#client = options.client;
    this.#question = options.question;
    this.#clock = options.clock;
    this.#signal = options.signal;
  }

  /** Asks for a decision. */
  ask(budgetMs: number): Promise<Answer> {
    const { entityRef, environment, change, at, artifact } = this.#question;
    return this.#answer(budgetMs, async () => ({
      decision: this.#check(
        await this.#client.gate.getDecision(
          entityRef,
          {
            environment,
            change,
            at,
            artifactName: artifact.name,
            artifactVersion: artifact.version,
            artifactDigest: artifact.digest,
          },
          this.#callOptions(),
        ),
      ),
    }));
  }

  /** Asks for a decision that the portal records. */
  record(budgetMs: number): Promise<Answer> {
    const { entityRef, environment, change, at, artifact, changeId } =
      this.#question;
    return this.#answer(budgetMs, async () => {
      const recorded = await this.#client.gate.recordDecision(
        entityRef,
        {
          environment,
          change,
          at,
          changeId,
          ...(Object.keys(artifact).length > 0 && { artifact }),
        },
        this.#callOptions(),
      );
      if (typeof recorded?.id !== 'string') {
        throw new StrangeAnswerError('it has no decision ID');
      }
      return {
        decision: this.#check(recorded.decision),
        recorded: { id: recorded.id },
      };
    });
  }

  /** The calendars that decisions are made from. Throws if they can't be read. */
  async getCalendars(): Promise<Calendar[]> {
    const { items } = await this.#client.gate.getCalendars(
      this.#question.entityRef,
      this.#callOptions(),
    );
    // One by one: the limits are those of one source, and these are from several.
    return items.flatMap(each => parseCalendars([each]));
  }

  /** Whatever the types say: it comes from the network. */
  #check(value: unknown): GateDecision {
    const decision = parseDecision(value);
    const { change, at } = this.#question;
    if (decision.change !== change) {
      throw new StrangeAnswerError(`it is about '${decision.change}'`);
    }
    if (at !== undefined && Date.parse(decision.at) !== Date.parse(at)) {
      throw new StrangeAnswerError(`it is about ${decision.at}`);
    }
    return decision;
  }

  async #answer(
    budgetMs: number,
    send: () => Promise<Decided>,
  ): Promise<Answer> {
    try {
      return await withRetries(send, {
        budgetMs,
        clock: this.#clock,
        signal: this.#signal,
      });
    } catch (error) {
      this.#signal.throwIfAborted();
      return toUndecided(error);
    }
  }

  #callOptions() {
    return callOptions(TIMEOUT_MS, this.#signal);
  }
}

/** Throws a CommandError if the portal refuses the question. */
function toUndecided(error: unknown): Undecided {
  const status = statusOf(error);
  const message = plain((error as Error).message).slice(0, MAX_MESSAGE);
  if (status !== undefined && REFUSALS.has(status)) {
    throw usageError(
      `the portal rejected the request (${status}): ${message}`,
      REFUSALS.get(status),
    );
  }
  if (status === undefined) {
    return error instanceof UnreachableError
      ? { unreachable: true, error: `cannot reach the portal: ${message}` }
      : {
          unreachable: false,
          error: `the response of the portal is not a decision: ${message}`,
        };
  }
  return {
    unreachable: status === 429 || status >= 500,
    error: `the portal did not make a decision (${status}): ${message}`,
  };
}

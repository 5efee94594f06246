import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import type { Calendar } from '@backstage-handover/plugin-handover-common/gate';
import type { Clock } from '../io/clock';
import type { Answer, Undecided } from './answer';
import { cacheFile, readCache, subjectOf, writeCache } from './cacheFile';
import type { Question } from './options';
import { decideFrom, parseSnapshot, takeSnapshot } from './snapshot';

/** The last known calendars of an entity, for when the portal is down. */
export class GateCache {
  readonly #file: string;
  readonly #question: Question;
  readonly #maxAgeMs: number;
  readonly #clock: Clock;

  constructor(options: {
    folder: string;
    question: Question;
    maxAgeMs: number;
    clock: Clock;
  }) {
    this.#file = cacheFile(options.folder, options.question);
    this.#question = options.question;
    this.#maxAgeMs = options.maxAgeMs;
    this.#clock = options.clock;
  }

  /** Stores what a decision of the portal was made from. Throws if it can't. */
  async store(decision: GateDecision, calendars: Calendar[]): Promise<void> {
    const snapshot = takeSnapshot(decision, calendars, {
      environment: this.#question.environment,
      subject: subjectOf(this.#question),
      storedAt: new Date(this.#clock.now()).toISOString(),
    });
    if (!snapshot) {
      throw new Error('they do not reproduce the decision of the portal');
    }
    await writeCache(this.#file, JSON.stringify(snapshot));
  }

  /** Decides without the portal, or says why that is not possible. */
  async decide({ error }: Undecided): Promise<Answer> {
    try {
      const snapshot = parseSnapshot(await readCache(this.#file));
      // Whoever can rename files must not choose what they are about.
      if (
        JSON.stringify(snapshot.subject) !==
        JSON.stringify(subjectOf(this.#question))
      ) {
        throw new Error('they are about something else');
      }
      const now = this.#clock.now();
      const age = now - Date.parse(snapshot.storedAt);
      // A snapshot of the future is of unknown age.
      if (!(age >= 0 && age <= this.#maxAgeMs)) {
        throw new Error(
          `they were stored at ${snapshot.storedAt}, outside --max-age`,
        );
      }
      const { change, at = new Date(now).toISOString() } = this.#question;
      return {
        decision: decideFrom(snapshot, { change, at }),
        cachedAt: snapshot.storedAt,
      };
    } catch (reason) {
      return {
        unreachable: true,
        error: `${error}; stored calendars cannot be used: ${whyUnusable(
          reason,
        )}`,
      };
    }
  }
}

function whyUnusable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'there are none for this entity, environment and kind of change';
    case 'ELOOP':
      return 'the file is a link';
    default:
      return error instanceof SyntaxError ? 'the file is corrupt' : message;
  }
}

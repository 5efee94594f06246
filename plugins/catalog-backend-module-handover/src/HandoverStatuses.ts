import {
  type HandoverStatus,
  handoverStatusOf,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverService } from '@backstage-handover/plugin-handover-node';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

/** Handovers in one request: as many as the API gives. */
const PAGE_SIZE = 500;

/**
 * The status of each handover as it was last read. Entities are processed many
 * times a second, which must neither wait for the handover backend nor fail
 * with it: if a refresh fails, the last statuses stay.
 */
export class HandoverStatuses {
  readonly #handover: HandoverService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  #statuses: ReadonlyMap<string, HandoverStatus> | undefined;

  static create(options: {
    handover: HandoverService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    return new HandoverStatuses(options);
  }

  private constructor(options: Parameters<typeof HandoverStatuses.create>[0]) {
    this.#handover = options.handover;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /** Whether they have been read since the start. */
  get isKnown(): boolean {
    return this.#statuses !== undefined;
  }

  /** @param entityRef - in lower case */
  get(entityRef: string): HandoverStatus | undefined {
    return this.#statuses?.get(entityRef);
  }

  /** Refreshes the statuses. Never throws: failures are logged. */
  async refresh(signal?: AbortSignal): Promise<void> {
    try {
      this.#statuses = await this.#readAll(signal);
    } catch (error) {
      this.#logger.warn(
        `Could not read the statuses of handovers, keeping the last known ones: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #readAll(signal?: AbortSignal): Promise<Map<string, HandoverStatus>> {
    const statuses = new Map<string, HandoverStatus>();
    let cursor: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await this.#handover.documents.list(
        { limit: PAGE_SIZE, cursor },
        { credentials: await this.#auth.getOwnServiceCredentials(), signal },
      );
      for (const summary of page.items) {
        statuses.set(summary.entityRef, handoverStatusOf(summary));
      }
      cursor = page.nextCursor;
    } while (cursor);
    return statuses;
  }
}

import {
  type DocumentSummary,
  HANDOVER_LEVEL_ANNOTATION_PREFIX,
  HANDOVER_STATUS_ANNOTATION,
  handoverStatusOf,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverService } from '@backstage-handover/plugin-handover-node';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

/** Handovers in one request: as many as the API gives. */
const PAGE_SIZE = 500;

/** Values by key. */
export type Annotations = Readonly<Record<string, string>>;

const NO_ANNOTATIONS: Annotations = {};

/** Whether only this module sets an annotation. */
export function isOwnAnnotation(key: string): boolean {
  return (
    key === HANDOVER_STATUS_ANNOTATION ||
    key.startsWith(HANDOVER_LEVEL_ANNOTATION_PREFIX)
  );
}

/**
 * The annotations of each entity as they were last read. Entities are processed
 * many times a second, which must neither wait for the handover backend nor fail
 * with it: if a refresh fails, the last annotations stay.
 */
export class HandoverAnnotations {
  readonly #handover: HandoverService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  #annotations: ReadonlyMap<string, Annotations> | undefined;

  static create(options: {
    handover: HandoverService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    return new HandoverAnnotations(options);
  }

  private constructor(
    options: Parameters<typeof HandoverAnnotations.create>[0],
  ) {
    this.#handover = options.handover;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /** Whether they have been read since the start. */
  get isKnown(): boolean {
    return this.#annotations !== undefined;
  }

  /** @param entityRef - in lower case */
  get(entityRef: string): Annotations {
    return this.#annotations?.get(entityRef) ?? NO_ANNOTATIONS;
  }

  /** Refreshes the annotations. Never throws: failures are logged. */
  async refresh(signal?: AbortSignal): Promise<void> {
    try {
      this.#annotations = await this.#readAll(signal);
    } catch (error) {
      this.#logger.warn(
        `Could not read the statuses and levels of handovers, keeping the last known ones: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #readAll(signal?: AbortSignal): Promise<Map<string, Annotations>> {
    const annotations = new Map<string, Annotations>();
    let cursor: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await this.#handover.documents.list(
        { include: 'levels', limit: PAGE_SIZE, cursor },
        { credentials: await this.#auth.getOwnServiceCredentials(), signal },
      );
      for (const summary of page.items) {
        annotations.set(summary.entityRef, toAnnotations(summary));
      }
      cursor = page.nextCursor;
    } while (cursor);
    return annotations;
  }
}

function toAnnotations(summary: DocumentSummary): Annotations {
  return {
    [HANDOVER_STATUS_ANNOTATION]: handoverStatusOf(summary),
    ...Object.fromEntries(
      Object.entries(summary.levels ?? {}).map(([scorecard, level]) => [
        `${HANDOVER_LEVEL_ANNOTATION_PREFIX}${scorecard}`,
        level,
      ]),
    ),
  };
}

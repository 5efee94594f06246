import {
  HANDOVER_SEARCH_TYPE,
  handoverDocumentReadPermission,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverService } from '@backstage-handover/plugin-handover-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { Permission } from '@backstage/plugin-permission-common';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { Readable } from 'node:stream';
import { toSearchDocuments } from './toSearchDocuments';

/**
 * Reads all handovers from the handover backend, page by page and no faster
 * than the index takes them, and makes a search document of each section.
 */
export class HandoverCollatorFactory implements DocumentCollatorFactory {
  readonly type = HANDOVER_SEARCH_TYPE;
  readonly visibilityPermission: Permission = handoverDocumentReadPermission;

  readonly #handover: HandoverService;
  readonly #auth: AuthService;
  readonly #locationTemplate: string;
  readonly #batchSize: number;

  static create(options: {
    auth: AuthService;
    handover: HandoverService;
    locationTemplate: string;
    batchSize: number;
  }): DocumentCollatorFactory {
    return new HandoverCollatorFactory(options);
  }

  private constructor(
    options: Parameters<typeof HandoverCollatorFactory.create>[0],
  ) {
    this.#handover = options.handover;
    this.#auth = options.auth;
    this.#locationTemplate = options.locationTemplate;
    this.#batchSize = options.batchSize;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#searchDocuments());
  }

  async *#searchDocuments(): AsyncGenerator<IndexableDocument> {
    let cursor: string | undefined;
    do {
      const page = await this.#handover.documents.list(
        { include: 'document', limit: this.#batchSize, cursor },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      for (const summary of page.items) {
        yield* toSearchDocuments(summary, this.#locationTemplate);
      }
      cursor = page.nextCursor;
    } while (cursor);
  }
}

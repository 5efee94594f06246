import {
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
} from '@backstage-handover/plugin-handover-common';
import type { EntityFilter } from '../entities/EntitiesService';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import { restrictedQuery } from '../permissions/restrictedQuery';
import type {
  DocumentsService,
  FindFailuresRequest,
  ListRequest,
  PutDocumentRequest,
  ServiceOptions,
  SummaryRequest,
} from './DocumentsService';

/** Lets through only what the caller is permitted to do. */
export class AuthorizedDocumentsService implements DocumentsService {
  readonly #inner: DocumentsService;
  readonly #authorizer: HandoverAuthorizer;

  static create(options: {
    inner: DocumentsService;
    authorizer: HandoverAuthorizer;
  }): DocumentsService {
    return new AuthorizedDocumentsService(options);
  }

  private constructor(options: {
    inner: DocumentsService;
    authorizer: HandoverAuthorizer;
  }) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async getDocument(entityRef: string, options: ServiceOptions) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.getDocument(entityRef, options);
  }

  async getDocumentText(entityRef: string, options: ServiceOptions) {
    // Every tab asks this first. The database and the permission are waited
    // for at the same time; what was read, or why it could not be, is told
    // only once the permission is there.
    const reading = this.#inner.getDocumentText(entityRef, options);
    reading.catch(() => undefined);
    await this.#assertReadable(entityRef, options);
    return reading;
  }

  async getEnvironments(entityRef: string, options: ServiceOptions) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.getEnvironments(entityRef, options);
  }

  async listDocuments(query: ListRequest, options: ServiceOptions) {
    return this.#inner.listDocuments(
      await this.#restricted(query, options),
      options,
    );
  }

  async summarizeDocuments(query: SummaryRequest, options: ServiceOptions) {
    return this.#inner.summarizeDocuments(
      await this.#restricted(query, options),
      options,
    );
  }

  async findFailures(request: FindFailuresRequest, options: ServiceOptions) {
    return this.#inner.findFailures(
      await this.#restricted(request, options),
      options,
    );
  }

  async listRevisions(
    entityRef: string,
    page: { limit?: number; cursor?: string },
    options: ServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.listRevisions(entityRef, page, options);
  }

  async listHistory(
    entityRef: string,
    page: { limit?: number; cursor?: string },
    options: ServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.listHistory(entityRef, page, options);
  }

  async getRevision(
    entityRef: string,
    number: number,
    options: ServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.getRevision(entityRef, number, options);
  }

  async getDiff(
    entityRef: string,
    revisions: { from: number; to: number },
    options: ServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.getDiff(entityRef, revisions, options);
  }

  async putDocument(
    entityRef: string,
    request: PutDocumentRequest,
    options: ServiceOptions,
  ) {
    await this.#authorizer.assertAllowed(
      handoverDocumentUpdatePermission,
      entityRef,
      options.credentials,
    );
    return this.#inner.putDocument(entityRef, request, options);
  }

  /** Anybody who is signed in may: nothing of anybody else's is read. */
  async validateDocument(yaml: string, options: ServiceOptions) {
    return this.#inner.validateDocument(yaml, options);
  }

  /** The query, for what the caller may read only. */
  async #restricted<T extends { filter?: EntityFilter }>(
    query: T,
    options: ServiceOptions,
  ): Promise<T> {
    return restrictedQuery(query, {
      authorizer: this.#authorizer,
      permission: handoverDocumentReadPermission,
      credentials: options.credentials,
    });
  }

  async #assertReadable(entityRef: string, options: ServiceOptions) {
    await this.#authorizer.assertAllowed(
      handoverDocumentReadPermission,
      entityRef,
      options.credentials,
    );
  }
}

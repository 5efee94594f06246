import {
  type DeliveryMetricsDays,
  handoverDocumentReadPermission,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';
import type { PageRequest } from './store';

/** Answers only those who may read the entity's handover. */
export class AuthorizedDeliveryService implements DeliveryService {
  readonly #inner: DeliveryService;
  readonly #authorizer: HandoverAuthorizer;

  static create(options: {
    inner: DeliveryService;
    authorizer: HandoverAuthorizer;
  }): DeliveryService {
    return new AuthorizedDeliveryService(options);
  }

  private constructor(options: {
    inner: DeliveryService;
    authorizer: HandoverAuthorizer;
  }) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async listRuns(
    entityRef: string,
    page: PageRequest,
    options: DeliveryServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.listRuns(entityRef, page, options);
  }

  async findLastRuns(entityRef: string, options: DeliveryServiceOptions) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.findLastRuns(entityRef, options);
  }

  async findInPlace(
    entityRef: string,
    environment: string,
    options: DeliveryServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.findInPlace(entityRef, environment, options);
  }

  async listDeployments(
    entityRef: string,
    query: PageRequest & { environment?: string },
    options: DeliveryServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.listDeployments(entityRef, query, options);
  }

  async getPromotion(entityRef: string, options: DeliveryServiceOptions) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.getPromotion(entityRef, options);
  }

  async getMetrics(
    entityRef: string,
    query: { days?: DeliveryMetricsDays },
    options: DeliveryServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.getMetrics(entityRef, query, options);
  }

  async #assertReadable(entityRef: string, options: DeliveryServiceOptions) {
    await this.#authorizer.assertAllowed(
      handoverDocumentReadPermission,
      entityRef,
      options.credentials,
    );
  }
}

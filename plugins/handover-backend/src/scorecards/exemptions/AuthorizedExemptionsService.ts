import {
  type ExemptionBudgetsQuery,
  type ExemptionNote,
  handoverDocumentReadPermission,
  handoverExemptionApprovePermission,
  handoverExemptionRequestPermission,
  type ListExemptionsQuery,
  type RequestExemptionRequest,
} from '@backstage-handover/plugin-handover-common';
import type {
  HandoverAuthorizer,
  HandoverPermission,
} from '../../permissions/HandoverAuthorizer';
import { restrictedQuery } from '../../permissions/restrictedQuery';
import type {
  ExemptionsService,
  Restricted,
  ServiceOptions,
} from './ExemptionsService';

type Options = {
  inner: ExemptionsService;
  authorizer: Pick<HandoverAuthorizer, 'assertAllowed' | 'restriction'>;
};

/**
 * Shows exemptions only of entities whose handover the caller may read, and lets
 * callers change only those that they have the permission for.
 */
export class AuthorizedExemptionsService implements ExemptionsService {
  readonly #inner: ExemptionsService;
  readonly #authorizer: Options['authorizer'];

  static create(options: Options): ExemptionsService {
    return new AuthorizedExemptionsService(options);
  }

  private constructor(options: Options) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async listExemptions(
    query: ListExemptionsQuery & Restricted,
    options: ServiceOptions,
  ) {
    return this.#inner.listExemptions(
      await this.#restricted(query, options),
      options,
    );
  }

  async listBudgets(
    query: ExemptionBudgetsQuery & Restricted,
    options: ServiceOptions,
  ) {
    return this.#inner.listBudgets(
      await this.#restricted(query, options),
      options,
    );
  }

  async requestExemption(
    entityRef: string,
    request: RequestExemptionRequest,
    options: ServiceOptions,
  ) {
    await this.#assert(handoverExemptionRequestPermission, entityRef, options);
    return this.#inner.requestExemption(entityRef, request, options);
  }

  async approveExemption(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    options: ServiceOptions,
  ) {
    await this.#assert(handoverExemptionApprovePermission, entityRef, options);
    return this.#inner.approveExemption(entityRef, id, note, options);
  }

  async denyExemption(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    options: ServiceOptions,
  ) {
    await this.#assert(handoverExemptionApprovePermission, entityRef, options);
    return this.#inner.denyExemption(entityRef, id, note, options);
  }

  async withdrawExemption(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    options: ServiceOptions,
  ) {
    await this.#assert(handoverExemptionRequestPermission, entityRef, options);
    return this.#inner.withdrawExemption(entityRef, id, note, options);
  }

  async revokeExemption(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    options: ServiceOptions,
  ) {
    await this.#assert(handoverExemptionApprovePermission, entityRef, options);
    return this.#inner.revokeExemption(entityRef, id, note, options);
  }

  async #restricted<T extends Restricted>(
    query: T,
    { credentials }: ServiceOptions,
  ): Promise<T> {
    return restrictedQuery(query, {
      authorizer: this.#authorizer,
      permission: handoverDocumentReadPermission,
      credentials,
    });
  }

  async #assert(
    permission: HandoverPermission,
    entityRef: string,
    { credentials }: ServiceOptions,
  ): Promise<void> {
    await this.#authorizer.assertAllowed(permission, entityRef, credentials);
  }
}

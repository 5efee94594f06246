import {
  handoverDocumentReadPermission,
  handoverOverrideApprovePermission,
  handoverOverrideRequestPermission,
  type ListEntityOverridesQuery,
  type ListOverridesQuery,
  type OverrideNote,
  type RequestOverrideRequest,
} from '@backstage-handover/plugin-handover-common';
import type {
  HandoverAuthorizer,
  HandoverPermission,
} from '../permissions/HandoverAuthorizer';
import { restrictedQuery } from '../permissions/restrictedQuery';
import type {
  OverrideDecision,
  OverridesService,
  Restricted,
  ServiceOptions,
} from './OverridesService';

type Options = {
  inner: OverridesService;
  authorizer: Pick<HandoverAuthorizer, 'assertAllowed' | 'restriction'>;
};

/**
 * Shows overrides only of entities whose handover the caller may read, and lets
 * callers change only those that they have the permission for.
 */
export class AuthorizedOverridesService implements OverridesService {
  readonly #inner: OverridesService;
  readonly #authorizer: Options['authorizer'];

  static create(options: Options): OverridesService {
    return new AuthorizedOverridesService(options);
  }

  private constructor(options: Options) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async listOverrides(
    query: ListOverridesQuery & Restricted,
    options: ServiceOptions,
  ) {
    const restricted = await restrictedQuery(query, {
      authorizer: this.#authorizer,
      permission: handoverDocumentReadPermission,
      credentials: options.credentials,
    });
    return this.#inner.listOverrides(restricted, options);
  }

  async listEntityOverrides(
    entityRef: string,
    query: ListEntityOverridesQuery,
    options: ServiceOptions,
  ) {
    await this.#assert(handoverDocumentReadPermission, entityRef, options);
    return this.#inner.listEntityOverrides(entityRef, query, options);
  }

  async requestOverride(
    entityRef: string,
    request: RequestOverrideRequest,
    options: ServiceOptions,
  ) {
    await this.#assert(handoverOverrideRequestPermission, entityRef, options);
    return this.#inner.requestOverride(entityRef, request, options);
  }

  async decideOverride(
    entityRef: string,
    id: string,
    decision: OverrideNote & { action: OverrideDecision },
    options: ServiceOptions,
  ) {
    await this.#assert(handoverOverrideApprovePermission, entityRef, options);
    return this.#inner.decideOverride(entityRef, id, decision, options);
  }

  async withdrawOverride(
    entityRef: string,
    id: string,
    note: OverrideNote,
    options: ServiceOptions,
  ) {
    await this.#assert(handoverOverrideRequestPermission, entityRef, options);
    return this.#inner.withdrawOverride(entityRef, id, note, options);
  }

  async #assert(
    permission: HandoverPermission,
    entityRef: string,
    { credentials }: ServiceOptions,
  ): Promise<void> {
    await this.#authorizer.assertAllowed(permission, entityRef, credentials);
  }
}

import {
  handoverDocumentReadPermission,
  handoverOnCallPagePermission,
  type OnCall,
  type OnCallPage,
  type PageOnCallRequest,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import type { OnCallService, OnCallServiceOptions } from './OnCallService';
import { orNotSent } from './paging/errors';

/**
 * Answers only those who may read the entity's handover, and pages only for those
 * who have the permission to.
 */
export class AuthorizedOnCallService implements OnCallService {
  readonly #inner: OnCallService;
  readonly #authorizer: HandoverAuthorizer;

  static create(options: {
    inner: OnCallService;
    authorizer: HandoverAuthorizer;
  }): OnCallService {
    return new AuthorizedOnCallService(options);
  }

  private constructor(options: {
    inner: OnCallService;
    authorizer: HandoverAuthorizer;
  }) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async getOnCall(
    entityRef: string,
    options: OnCallServiceOptions,
  ): Promise<OnCall> {
    await this.#authorizer.assertAllowed(
      handoverDocumentReadPermission,
      entityRef,
      options.credentials,
    );
    return this.#inner.getOnCall(entityRef, options);
  }

  async page(
    entityRef: string,
    request: PageOnCallRequest,
    options: OnCallServiceOptions,
  ): Promise<OnCallPage> {
    await orNotSent(() =>
      this.#authorizer.assertAllowed(
        handoverOnCallPagePermission,
        entityRef,
        options.credentials,
      ),
    );
    return this.#inner.page(entityRef, request, options);
  }
}

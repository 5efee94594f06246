import {
  handoverDocumentReadPermission,
  type OnCall,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import type { OnCallService, OnCallServiceOptions } from './OnCallService';

/** Answers only those who may read the entity's handover. */
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
}

import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import type {
  TriggersService,
  TriggersServiceOptions,
} from './TriggersService';

/** Answers only those who may read the entity's handover. */
export class AuthorizedTriggersService implements TriggersService {
  readonly #inner: TriggersService;
  readonly #authorizer: HandoverAuthorizer;

  static create(options: {
    inner: TriggersService;
    authorizer: HandoverAuthorizer;
  }): TriggersService {
    return new AuthorizedTriggersService(options);
  }

  private constructor(options: {
    inner: TriggersService;
    authorizer: HandoverAuthorizer;
  }) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async getTriggers(entityRef: string, options: TriggersServiceOptions) {
    await this.#authorizer.assertAllowed(
      handoverDocumentReadPermission,
      entityRef,
      options.credentials,
    );
    return this.#inner.getTriggers(entityRef, options);
  }
}

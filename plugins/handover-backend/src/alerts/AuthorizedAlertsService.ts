import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import type { AlertsService, AlertsServiceOptions } from './AlertsService';

/** Answers only those who may read the entity's handover. */
export class AuthorizedAlertsService implements AlertsService {
  readonly #inner: AlertsService;
  readonly #authorizer: HandoverAuthorizer;

  static create(options: {
    inner: AlertsService;
    authorizer: HandoverAuthorizer;
  }): AlertsService {
    return new AuthorizedAlertsService(options);
  }

  private constructor(options: {
    inner: AlertsService;
    authorizer: HandoverAuthorizer;
  }) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async listAlerts(entityRef: string, options: AlertsServiceOptions) {
    await this.#authorizer.assertAllowed(
      handoverDocumentReadPermission,
      entityRef,
      options.credentials,
    );
    return this.#inner.listAlerts(entityRef, options);
  }
}

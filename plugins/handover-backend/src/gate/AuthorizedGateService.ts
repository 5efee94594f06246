import { handoverGateDecidePermission } from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import type {
  EnvironmentRequest,
  GateRequest,
  GateService,
  GateServiceOptions,
  RecordRequest,
} from './GateService';

/** Answers only those who may ask the gate. */
export class AuthorizedGateService implements GateService {
  readonly #inner: GateService;
  readonly #authorizer: HandoverAuthorizer;

  static create(options: {
    inner: GateService;
    authorizer: HandoverAuthorizer;
  }): GateService {
    return new AuthorizedGateService(options);
  }

  private constructor(options: {
    inner: GateService;
    authorizer: HandoverAuthorizer;
  }) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async getDecision(
    entityRef: string,
    request: EnvironmentRequest,
    options: GateServiceOptions,
  ) {
    await this.#assertAllowed(entityRef, options);
    return this.#inner.getDecision(entityRef, request, options);
  }

  async recordDecision(
    entityRef: string,
    request: RecordRequest,
    options: GateServiceOptions,
  ) {
    await this.#assertAllowed(entityRef, options);
    return this.#inner.recordDecision(entityRef, request, options);
  }

  async getDecisions(
    entityRef: string,
    request: GateRequest,
    options: GateServiceOptions,
  ) {
    await this.#assertAllowed(entityRef, options);
    return this.#inner.getDecisions(entityRef, request, options);
  }

  async getOccurrences(
    entityRef: string,
    range: { from: string; to: string; environment?: string },
    options: GateServiceOptions,
  ) {
    await this.#assertAllowed(entityRef, options);
    return this.#inner.getOccurrences(entityRef, range, options);
  }

  async getCalendars(entityRef: string, options: GateServiceOptions) {
    await this.#assertAllowed(entityRef, options);
    return this.#inner.getCalendars(entityRef, options);
  }

  async getCalendar(entityRef: string, options: GateServiceOptions) {
    await this.#assertAllowed(entityRef, options);
    return this.#inner.getCalendar(entityRef, options);
  }

  async #assertAllowed(entityRef: string, options: GateServiceOptions) {
    await this.#authorizer.assertAllowed(
      handoverGateDecidePermission,
      entityRef,
      options.credentials,
    );
  }
}

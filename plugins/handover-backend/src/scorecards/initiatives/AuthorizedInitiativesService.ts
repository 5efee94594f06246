import {
  handoverDocumentReadPermission,
  handoverInitiativeManagePermission,
  type InitiativeDefinition,
  type ListInitiativeEntitiesQuery,
  type ListInitiativesQuery,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../../permissions/HandoverAuthorizer';
import { restrictedQuery } from '../../permissions/restrictedQuery';
import type {
  InitiativeQuery,
  InitiativesService,
  Restricted,
  Seen,
  ServiceOptions,
  WriteOptions,
} from './InitiativesService';

type Options = {
  inner: InitiativesService;
  authorizer: Pick<HandoverAuthorizer, 'assertPermitted' | 'restriction'>;
};

/**
 * Counts and lists only entities whose handover the caller may read, and lets
 * only those change initiatives who may manage them.
 */
export class AuthorizedInitiativesService implements InitiativesService {
  readonly #inner: InitiativesService;
  readonly #authorizer: Options['authorizer'];

  static create(options: Options): InitiativesService {
    return new AuthorizedInitiativesService(options);
  }

  private constructor(options: Options) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async listInitiatives(
    query: ListInitiativesQuery & Restricted,
    options: ServiceOptions,
  ) {
    return this.#inner.listInitiatives(
      await this.#restricted(query, options),
      options,
    );
  }

  async getInitiative(query: InitiativeQuery, options: ServiceOptions) {
    return this.#inner.getInitiative(
      await this.#restricted(query, options),
      options,
    );
  }

  async getBurnUp(query: InitiativeQuery, options: ServiceOptions) {
    return this.#inner.getBurnUp(
      await this.#restricted(query, options),
      options,
    );
  }

  async listEntities(
    query: InitiativeQuery<ListInitiativeEntitiesQuery>,
    options: ServiceOptions,
  ) {
    return this.#inner.listEntities(
      await this.#restricted(query, options),
      options,
    );
  }

  async createInitiative(
    definition: InitiativeDefinition,
    options: ServiceOptions,
  ) {
    return this.#inner.createInitiative(
      definition,
      await this.#writing(options),
    );
  }

  async updateInitiative(
    id: string,
    definition: InitiativeDefinition,
    seen: Seen,
    options: ServiceOptions,
  ) {
    return this.#inner.updateInitiative(
      id,
      definition,
      seen,
      await this.#writing(options),
    );
  }

  async publishInitiative(id: string, seen: Seen, options: ServiceOptions) {
    return this.#inner.publishInitiative(
      id,
      seen,
      await this.#writing(options),
    );
  }

  async closeInitiative(
    id: string,
    closing: Seen & { note?: string },
    options: ServiceOptions,
  ) {
    return this.#inner.closeInitiative(
      id,
      closing,
      await this.#writing(options),
    );
  }

  async deleteInitiative(id: string, seen: Seen, options: ServiceOptions) {
    return this.#inner.deleteInitiative(id, seen, await this.#writing(options));
  }

  /** Also the answer to a write counts only what the caller may read. */
  async #writing(options: ServiceOptions): Promise<WriteOptions> {
    await this.#authorizer.assertPermitted(
      handoverInitiativeManagePermission,
      options.credentials,
    );
    return this.#restricted<WriteOptions>(options, options);
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
}

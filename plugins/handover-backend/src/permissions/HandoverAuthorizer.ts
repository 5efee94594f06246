import type { RESOURCE_TYPE_HANDOVER_DOCUMENT } from '@backstage-handover/plugin-handover-common';
import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import type {
  EntitiesService,
  EntityFilter,
  EntityFilterKey,
} from '../entities/EntitiesService';
import type { CatalogVisibility } from './CatalogVisibility';

/** A permission on one entity's handover. */
export type HandoverPermission = ResourcePermission<
  typeof RESOURCE_TYPE_HANDOVER_DOCUMENT
>;

const NOTHING: EntityFilter = { anyOf: [] };

/**
 * Decides whether a caller can do something with a handover. The caller needs
 * the permission on the handover, and the catalog must show them the entity.
 * One request asks for both. If both are allowed without conditions, no other
 * request is made.
 */
export class HandoverAuthorizer {
  readonly #permissions: Pick<
    PermissionsService,
    'authorize' | 'authorizeConditional'
  >;
  readonly #auth: AuthService;
  readonly #entities: Pick<EntitiesService, 'get' | 'follow' | 'matches'>;
  readonly #catalogVisibility: CatalogVisibility;
  readonly #toFilter: ConditionTransformer<{
    key: EntityFilterKey;
    values: string[];
  }>;

  static create(options: {
    permissions: Pick<PermissionsService, 'authorize' | 'authorizeConditional'>;
    auth: AuthService;
    entities: Pick<EntitiesService, 'get' | 'follow' | 'matches'>;
    catalogVisibility: CatalogVisibility;
    toFilter: ConditionTransformer<{
      key: EntityFilterKey;
      values: string[];
    }>;
  }) {
    return new HandoverAuthorizer(options);
  }

  private constructor(
    options: Parameters<typeof HandoverAuthorizer.create>[0],
  ) {
    this.#permissions = options.permissions;
    this.#auth = options.auth;
    this.#entities = options.entities;
    this.#catalogVisibility = options.catalogVisibility;
    this.#toFilter = options.toFilter;
  }

  /**
   * Returns if the caller is allowed.
   *
   * @throws NotFoundError if the catalog hides the entity from them, so that
   *   its existence isn't revealed
   * @throws NotAllowedError if they lack the permission
   */
  async assertAllowed(
    permission: HandoverPermission,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { own, catalog } = await this.#decide(permission, credentials);

    if (
      catalog.result === AuthorizeResult.DENY ||
      (catalog.result === AuthorizeResult.CONDITIONAL &&
        !(await this.#catalogVisibility.isVisible(entityRef, credentials)))
    ) {
      throw new NotFoundError(`No entity '${entityRef}' found in the catalog`);
    }

    if (own.result === AuthorizeResult.ALLOW) {
      return;
    }
    if (
      own.result === AuthorizeResult.CONDITIONAL &&
      (await this.#matches(entityRef, this.#toFilter(own.conditions)))
    ) {
      return;
    }
    throw new NotAllowedError(
      `Not permitted: '${permission.name}' on the handover of '${entityRef}'`,
    );
  }

  /**
   * Returns if the caller has a permission that is about no entity.
   *
   * @throws NotAllowedError if they lack it
   */
  async assertPermitted(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Not permitted: '${permission.name}'`);
    }
  }

  /** What the caller's list is restricted to; undefined where it is not. */
  async restriction(
    permission: HandoverPermission,
    credentials: BackstageCredentials,
  ): Promise<EntityFilter | undefined> {
    const { own, catalog } = await this.#decide(permission, credentials);
    if (
      own.result === AuthorizeResult.DENY ||
      catalog.result === AuthorizeResult.DENY
    ) {
      return NOTHING;
    }

    const filters: EntityFilter[] = [];
    if (own.result === AuthorizeResult.CONDITIONAL) {
      filters.push(this.#toFilter(own.conditions));
    }
    if (catalog.result === AuthorizeResult.CONDITIONAL) {
      const subject = this.#auth.isPrincipal(credentials, 'user')
        ? credentials.principal.userEntityRef
        : undefined;
      if (subject === undefined) {
        return NOTHING;
      }
      filters.push({
        key: 'entityRef',
        values: await this.#catalogVisibility.visibleRefs(subject, credentials),
      });
    }
    return filters.length > 0 ? { allOf: filters } : undefined;
  }

  async #matches(entityRef: string, filter: EntityFilter): Promise<boolean> {
    // An entity that is new to the catalog becomes known by this, so that its
    // owner may see it at once.
    if (
      !(await this.#entities.get(entityRef)) &&
      !(await this.#entities.follow(entityRef))
    ) {
      throw new NotFoundError(
        `The catalog has no entity '${entityRef}' that can have a handover`,
      );
    }
    return this.#entities.matches(entityRef, filter);
  }

  async #decide(
    permission: HandoverPermission,
    credentials: BackstageCredentials,
  ): Promise<{ own: PolicyDecision; catalog: PolicyDecision }> {
    // A service has no view of its own on the catalog: plugins read it whole,
    // and the restrictions of an external token name this plugin's permissions
    // only.
    if (this.#auth.isPrincipal(credentials, 'service')) {
      const [own] = await this.#permissions.authorizeConditional(
        [{ permission }],
        { credentials },
      );
      return { own, catalog: { result: AuthorizeResult.ALLOW } };
    }
    const [own, catalog] = await this.#permissions.authorizeConditional(
      [{ permission }, { permission: catalogEntityReadPermission }],
      { credentials },
    );
    return { own, catalog };
  }
}

import type {
  ListEntityOverridesQuery,
  ListOverridesQuery,
  Override,
  OverrideAction,
  OverrideNote,
  OverridePage,
  RequestOverrideRequest,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFilter } from '../entities/EntitiesService';

export type ServiceOptions = { credentials: BackstageCredentials };

/** The entities that the caller may see. */
export type Restricted = { filter?: EntityFilter };

/** A change of an override that approvers make. */
export type OverrideDecision = Exclude<OverrideAction, 'withdraw'>;

/** Overrides of closed gates. References are full and in lower case. */
export interface OverridesService {
  /** @throws InputError if the cursor is malformed. */
  listOverrides(
    query: ListOverridesQuery & Restricted,
    options: ServiceOptions,
  ): Promise<OverridePage>;

  /** @throws InputError if the cursor is malformed. */
  listEntityOverrides(
    entityRef: string,
    query: ListEntityOverridesQuery,
    options: ServiceOptions,
  ): Promise<OverridePage>;

  /**
   * Requests an override, for somebody else to approve unless the configuration
   * requires no approval.
   *
   * @throws NotAllowedError if the caller is not a user.
   * @throws NotFoundError if the catalog has no such entity.
   * @throws InputError if an environment is not known, the time is over or too
   *   long, or a text contains a secret.
   * @throws ConflictError if too many are open already.
   */
  requestOverride(
    entityRef: string,
    request: RequestOverrideRequest,
    options: ServiceOptions,
  ): Promise<Override>;

  /**
   * Approves, denies or revokes an override.
   *
   * @throws NotAllowedError if the caller is not a user, or approves their own
   *   request.
   * @throws NotFoundError if the entity has no such override.
   * @throws ConflictError if its state or its end forbids it.
   */
  decideOverride(
    entityRef: string,
    id: string,
    decision: OverrideNote & { action: OverrideDecision },
    options: ServiceOptions,
  ): Promise<Override>;

  /**
   * Takes back a request, or gives up an override before it ends.
   *
   * @throws NotAllowedError if the caller is not a user.
   * @throws NotFoundError if the entity has no such override.
   * @throws ConflictError if it is over.
   */
  withdrawOverride(
    entityRef: string,
    id: string,
    note: OverrideNote,
    options: ServiceOptions,
  ): Promise<Override>;
}

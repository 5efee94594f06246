import type {
  Initiative,
  InitiativeBurnUp,
  InitiativeDefinition,
  InitiativeDetails,
  InitiativeEntityPage,
  InitiativeOwnersQuery,
  InitiativePage,
  ListInitiativeEntitiesQuery,
  ListInitiativesQuery,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFilter } from '../../entities/EntitiesService';

export type ServiceOptions = { credentials: BackstageCredentials };

/** A write, and the entities that its answer may count. */
export type WriteOptions = ServiceOptions & Restricted;

/** The entities that the caller may see. */
export type Restricted = { filter?: EntityFilter };

/** An initiative, and whose entities to count. */
export type InitiativeQuery<T = InitiativeOwnersQuery> = T &
  Restricted & { id: string };

/** What a change was made from. */
export type Seen = { revision: number };

/**
 * Levels and checks to be reached by a date. What an initiative says is for
 * everybody who is signed in, as scorecards are; entities, and figures about
 * them, are not.
 *
 * Every method with an id throws NotFoundError if there is no such initiative.
 */
export interface InitiativesService {
  /** @throws InputError if the cursor is malformed. */
  listInitiatives(
    query: ListInitiativesQuery & Restricted,
    options: ServiceOptions,
  ): Promise<InitiativePage>;

  getInitiative(
    query: InitiativeQuery,
    options: ServiceOptions,
  ): Promise<InitiativeDetails>;

  getBurnUp(
    query: InitiativeQuery,
    options: ServiceOptions,
  ): Promise<InitiativeBurnUp>;

  /** @throws InputError if the cursor is malformed. */
  listEntities(
    query: InitiativeQuery<ListInitiativeEntitiesQuery>,
    options: ServiceOptions,
  ): Promise<InitiativeEntityPage>;

  /** @throws InputError that names every field that is wrong. */
  createInitiative(
    definition: InitiativeDefinition,
    options: WriteOptions,
  ): Promise<Initiative>;

  /**
   * @throws InputError that names every field that is wrong.
   * @throws ConflictError if it is closed.
   * @throws InitiativeChangedError if it has another revision (HTTP 412).
   */
  updateInitiative(
    id: string,
    definition: InitiativeDefinition,
    seen: Seen,
    options: WriteOptions,
  ): Promise<Initiative>;

  /**
   * @throws InputError if its last day is over, or its target is gone.
   * @throws ConflictError if it is not a draft.
   * @throws InitiativeChangedError if it has another revision (HTTP 412).
   */
  publishInitiative(
    id: string,
    seen: Seen,
    options: WriteOptions,
  ): Promise<Initiative>;

  /**
   * @throws ConflictError if it is not published.
   * @throws InitiativeChangedError if it has another revision (HTTP 412).
   */
  closeInitiative(
    id: string,
    closing: Seen & { note?: string },
    options: WriteOptions,
  ): Promise<Initiative>;

  /**
   * @throws ConflictError if it is not a draft.
   * @throws InitiativeChangedError if it has another revision (HTTP 412).
   */
  deleteInitiative(
    id: string,
    seen: Seen,
    options: WriteOptions,
  ): Promise<Initiative>;
}

import type {
  Exemption,
  ExemptionBudgets,
  ExemptionBudgetsQuery,
  ExemptionNote,
  ExemptionPage,
  ListExemptionsQuery,
  RequestExemptionRequest,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFilter } from '../../entities/EntitiesService';

export type ServiceOptions = { credentials: BackstageCredentials };

/** The entities that the caller may see. */
export type Restricted = { filter?: EntityFilter };

/** Exemptions from checks. References are full and in lower case. */
export interface ExemptionsService {
  /** @throws InputError if the cursor is malformed. */
  listExemptions(
    query: ListExemptionsQuery & Restricted,
    options: ServiceOptions,
  ): Promise<ExemptionPage>;

  listBudgets(
    query: ExemptionBudgetsQuery & Restricted,
    options: ServiceOptions,
  ): Promise<ExemptionBudgets>;

  /**
   * Requests an exemption, for somebody else to approve.
   *
   * @throws InputError if the entity has no such check, if the check needs no
   *   exemption, or if the time is over or too far away.
   * @throws ConflictError if one is requested already.
   */
  requestExemption(
    entityRef: string,
    request: RequestExemptionRequest,
    options: ServiceOptions,
  ): Promise<Exemption>;

  /**
   * Puts a requested exemption in force.
   *
   * @throws NotFoundError if the entity has no such exemption.
   * @throws NotAllowedError if the caller requested it, or is not a user.
   * @throws ConflictError if it is not a request any more.
   */
  approveExemption(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    options: ServiceOptions,
  ): Promise<Exemption>;

  /**
   * Denies a requested exemption.
   *
   * @throws InputError if there is no note.
   * @throws NotFoundError if the entity has no such exemption.
   * @throws ConflictError if it is not a request any more.
   */
  denyExemption(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    options: ServiceOptions,
  ): Promise<Exemption>;

  /**
   * Takes back a request, or gives up an exemption that is in force.
   *
   * @throws NotFoundError if the entity has no such exemption.
   * @throws ConflictError if it is neither.
   */
  withdrawExemption(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    options: ServiceOptions,
  ): Promise<Exemption>;

  /**
   * Ends an exemption that is in force.
   *
   * @throws InputError if there is no note.
   * @throws NotFoundError if the entity has no such exemption.
   * @throws ConflictError if it is not in force.
   */
  revokeExemption(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    options: ServiceOptions,
  ): Promise<Exemption>;
}

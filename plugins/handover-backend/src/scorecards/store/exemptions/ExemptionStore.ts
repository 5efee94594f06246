import type {
  Exemption,
  ExemptionBudgets,
  ExemptionState,
} from '@backstage-handover/plugin-handover-common';
import type { EntityFilter } from '../../../entities/EntitiesService';

/** A request for an exemption. */
export type NewExemption = {
  entityRef: string;
  scorecard: string;
  check: string;
  reason: string;
  evidence?: string;
  expiresAt: Date;
  /** Who requests it. */
  by: string;
};

/** An exemption that holds now. */
export type ExemptionInForce = {
  scorecard: string;
  check: string;
  until: Date;
};

export type ExemptionQuery = {
  /** Entities that the caller may see. */
  filter?: EntityFilter;
  entityRef?: string[];
  owner?: string[];
  scorecard?: string;
  check?: string;
  state?: ExemptionState[];
  /** RFC 3339. */
  expiresBefore?: string;
  sort?: 'requestedAt' | 'expiresAt';
  order?: 'asc' | 'desc';
  limit?: number;
  cursor?: string;
};

/** Who decides about an exemption or ends it, and how. */
type Step = { by: string; note?: string };

/**
 * Keeps exemptions. Each change is recorded with its domain event, in one
 * transaction.
 */
export interface ExemptionStore {
  /** @throws InputError if the cursor is malformed. */
  list(query: ExemptionQuery): Promise<{
    items: Exemption[];
    nextCursor?: string;
    totalItems: number;
  }>;

  get(entityRef: string, id: string): Promise<Exemption | undefined>;

  /** @returns undefined if one is requested already. */
  add(exemption: NewExemption): Promise<Exemption | undefined>;

  /** @returns undefined if it is not a request, or its time is over. */
  decide(
    entityRef: string,
    id: string,
    change: Step & { state: 'approved' | 'denied' },
  ): Promise<Exemption | undefined>;

  /** @returns undefined if it has none of the states. */
  end(
    entityRef: string,
    id: string,
    change: Step & {
      from: ('requested' | 'approved')[];
      state: 'withdrawn' | 'revoked';
    },
  ): Promise<Exemption | undefined>;

  /** Those that hold at a time, by entity. */
  readInForce(
    entityRefs: string[],
    at: Date,
  ): Promise<Map<string, ExemptionInForce[]>>;

  /** Those in force that end in a range and are not renewed. */
  listEnding(range: { after: Date; before: Date }): Promise<Exemption[]>;

  /** Those that are requested or in force, the last requested first. */
  listOpen(entityRefs: string[]): Promise<Exemption[]>;

  /** Those that were requested, decided about or ended since a time. */
  listChanged(since: Date): Promise<Exemption[]>;

  /** Ends what is requested or in force for entities that are gone. */
  endAll(
    entityRefs: string[],
    step: { by: string; note: string },
  ): Promise<void>;

  /**
   * Deletes exemptions whose last day was before a time, whatever their state.
   *
   * @returns how many
   */
  removeBefore(time: Date): Promise<number>;

  countBudgets(
    query: Pick<ExemptionQuery, 'filter' | 'owner'>,
    budget: number,
  ): Promise<Pick<ExemptionBudgets, 'items' | 'omitted'>>;
}

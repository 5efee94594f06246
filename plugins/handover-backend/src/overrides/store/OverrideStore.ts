import type {
  Artifact,
  Override,
  OverrideAction,
  OverrideState,
} from '@backstage-handover/plugin-handover-common';
import type { GateOverride } from '@backstage-handover/plugin-handover-common/gate';
import type { EntityFilter } from '../../entities/EntitiesService';

/** A request for an override. */
export type NewOverride = {
  entityRef: string;
  /** Primary names of environments. */
  environments: string[];
  artifact?: Artifact;
  from: Date;
  until: Date;
  reason: string;
  ticket?: string;
  /** The user who requests it. */
  by: string;
  /** Whether it needs nobody's approval. */
  isApproved: boolean;
};

export type OverrideQuery = {
  /** Entities that the caller may see. */
  filter?: EntityFilter;
  entityRef?: string[];
  owner?: string[];
  /** Primary names of environments. */
  environment?: string[];
  state?: OverrideState[];
  limit?: number;
  cursor?: string;
};

/** What somebody does with an override. */
export type OverrideChange = {
  action: OverrideAction;
  by: string;
  note?: string;
};

/**
 * Keeps overrides. Each change is recorded with its domain event, in one
 * transaction.
 */
export interface OverrideStore {
  /** @throws InputError if the cursor is malformed. */
  list(query: OverrideQuery): Promise<{
    items: Override[];
    nextCursor?: string;
    totalItems: number;
  }>;

  get(entityRef: string, id: string): Promise<Override | undefined>;

  /** @returns undefined if too many of the entity's overrides are open. */
  add(override: NewOverride): Promise<Override | undefined>;

  /**
   * Changes an override in one statement, so that only one of two changes at
   * once goes through. Nobody approves their own request.
   *
   * @returns undefined if it isn't in a state for the action, or its time is over.
   */
  change(
    entityRef: string,
    id: string,
    change: OverrideChange,
  ): Promise<Override | undefined>;

  /** Those that are approved and end after an instant, for the gate. */
  listApproved(entityRef: string, at: Date): Promise<GateOverride[]>;

  /** Those that were requested, decided about or ended since a time. */
  listChanged(since: Date): Promise<Override[]>;

  /** Ends what is open for entities that are gone, so that nobody inherits it. */
  endAll(
    entityRefs: string[],
    step: { by: string; note: string },
  ): Promise<void>;

  /** Deletes those that ended before a time in any case. @returns how many. */
  removeBefore(time: Date): Promise<number>;
}

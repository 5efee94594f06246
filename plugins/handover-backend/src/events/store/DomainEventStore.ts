import type {
  HandoverEvent,
  HandoverEventBase,
  HandoverEventPage,
  HandoverEvents,
  HandoverEventTopic,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';

/** A transaction of a store that records events with its changes. */
export type EventTransaction = Knex.Transaction;

/** An event that is about to be recorded. */
export type NewDomainEvent = {
  [T in HandoverEventTopic]: {
    topic: T;
    entityRef: string;
    data: Omit<HandoverEvents[T], keyof HandoverEventBase>;
  };
}[HandoverEventTopic];

/** Which events to read again. */
export type ReplayQuery = {
  /** Sequence of the last event that is known. Default: 0. */
  after?: number;
  /** Default: all. */
  topics?: readonly HandoverEventTopic[];
  /** 1 to 500, default 50. */
  limit?: number;
};

/** Records events. */
export interface DomainEventOutbox {
  /**
   * Records events. They are published soon after they are committed.
   *
   * @param options.transaction - The change that the events report: both are
   *   stored, or neither is.
   */
  append(
    events: readonly NewDomainEvent[],
    options?: { transaction?: EventTransaction },
  ): Promise<void>;
}

/** The right to publish, which one process has at a time. */
export type RelayClaim = { token: string };

/** Keeps domain events until they were published, and for a while after. */
export interface DomainEventStore extends DomainEventOutbox {
  /** Calls back whenever events were committed by this process. */
  onCommitted(listener: () => void): void;

  /** Reads events again, whether or not they were published. */
  replay(query: ReplayQuery): Promise<HandoverEventPage>;

  /** @returns the right to publish, unless another process has it. */
  claimRelay(options: { until: Date }): Promise<RelayClaim | undefined>;

  /**
   * Places committed events in the order, and reads those to publish next.
   *
   * @returns undefined if the claim was lost.
   */
  readUnpublished(
    claim: RelayClaim,
    options: { limit: number },
  ): Promise<{ events: HandoverEvent[]; failures: number } | undefined>;

  /**
   * Remembers what was published, and extends the claim.
   *
   * @returns whether the claim was still held.
   */
  markPublished(
    claim: RelayClaim,
    options: { sequence: number; until: Date },
  ): Promise<boolean>;

  /** Counts a failed attempt to publish the next event. */
  markFailed(claim: RelayClaim): Promise<void>;

  /** Gives up the right to publish. */
  releaseRelay(claim: RelayClaim): Promise<void>;

  /** Removes published events that are older. Returns how many. */
  removeBefore(time: Date): Promise<number>;
}

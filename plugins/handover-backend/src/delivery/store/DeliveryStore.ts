import type { DeliveryFactReader } from '../DeliveryFactReader';
import type {
  Deployment,
  Page,
  ProviderState,
  Run,
} from '@backstage-handover/plugin-handover-common';
import type {
  Claims,
  Incident,
  MeasuredDeployment,
} from '@backstage-handover/plugin-handover-common/delivery';

/** The stored state of a provider for one entity. */
export type StoredProviderState = ProviderState & {
  /** It is not asked before, RFC 3339. */
  retryAt?: string;
  /** How often something of it was stored. */
  changes: number;
};

/** A deployment that comes from an event. */
export type EventDeployment = Deployment & {
  /** It took back what was there. */
  isRollback: boolean;
  /** What the event calls the artifact: a package URL. */
  artifactId?: string;
};

/** What one event adds to what is known of an entity. */
export type EventEffect = {
  entityRef: string;
  /** Joined with what is known of the run. */
  run?: { id: string; claims: Claims };
  deployment?: EventDeployment;
  /** Joined with what is known of the incident, artifact or change. */
  claims?: {
    kind: 'incident' | 'artifact' | 'change';
    id: string;
    claims: Claims;
  };
  demonstration: boolean;
};

/** An event, by which it is known again. */
export type StoredEvent = { source: string; id: string; effect: EventEffect };

/** A rate limit of a system. */
export type RateLimit = { message: string; retryAt: Date };

/** Which releases did not start, and which workloads run what they should. */
export type ObservedStarts = {
  failing: {
    /** Of the deployment. */
    provider: string;
    id: string;
    /** A name of the workload that is the same in every reading. */
    workload: string;
    since: Date;
  }[];
  /** Names of workloads. */
  started: string[];
  /** When clusters were read. */
  at: Date;
};

/** Pages of a list. */
export type PageRequest = { limit?: number; cursor?: string };

/**
 * Keeps runs, deployments and what else is known of the delivery of entities.
 * Entity references are full and in lower case.
 */
export interface DeliveryStore extends DeliveryFactReader {
  /**
   * The latest first.
   *
   * @throws InputError if the cursor is malformed or of another list.
   */
  listRuns(entityRef: string, page: PageRequest): Promise<Page<Run>>;

  /** {@inheritdoc DeliveryStore.listRuns} */
  listDeployments(
    entityRef: string,
    query: PageRequest & { environment?: string },
  ): Promise<Page<Deployment>>;

  /**
   * Of each pipeline on the main branch the last run that finished, and the last
   * one that didn't, the latest first.
   */
  getLastRuns(entityRef: string): Promise<Run[]>;

  /**
   * Of each artifact by its name, the last deployment into an environment that
   * succeeded and was not taken back, and the last one that was removed, the
   * latest first.
   */
  getInPlace(entityRef: string, environment: string): Promise<Deployment[]>;

  /**
   * The latest deployments into each of some environments, and the runs that
   * made them.
   *
   * @param options.limit - Deployments in each environment, at most.
   */
  getLatest(
    entityRef: string,
    options: { environments: string[]; limit: number },
  ): Promise<{ deployments: Deployment[]; runs: Run[] }>;

  /**
   * Deployments into an environment, which of them did not start, and its
   * incidents, since then.
   */
  getMeasured(
    entityRef: string,
    options: { environment: string; since: Date },
  ): Promise<{ deployments: MeasuredDeployment[]; incidents: Incident[] }>;

  /**
   * Stores what was seen of an entity. A release that did not start began when it
   * was first seen to, and is over once its workload has started anything.
   */
  putStarts(entityRef: string, starts: ObservedStarts): Promise<void>;

  /** How the providers of an entity answered, in order of their ids. */
  getProviders(entityRef: string): Promise<StoredProviderState[]>;

  /** Stores what a provider found, over what it found before. */
  putProviderData(
    entityRef: string,
    provider: { id: string; title: string; demonstration: boolean },
    data: { runs: Run[]; deployments: Deployment[] },
  ): Promise<void>;

  /** Remembers that a provider failed, and since when. */
  putProviderFailure(
    entityRef: string,
    provider: { id: string; title: string; demonstration: boolean },
    failure: { message: string; retryAt?: Date },
  ): Promise<void>;

  /** Forgets that providers failed. */
  removeFailures(
    entityRef: string,
    providers: readonly { id: string }[],
  ): Promise<void>;

  /**
   * Stores what events add. The same for any order, and for repetitions.
   *
   * @returns for each whether it is new.
   */
  putEvents(events: StoredEvent[]): Promise<boolean[]>;

  /** The last rate limit that a provider received. It can be over. */
  getRateLimit(provider: string, who: string): Promise<RateLimit | undefined>;

  /** Stores a limit, unless a later one is stored that is not too late to be true. */
  putRateLimit(provider: string, who: string, limit: RateLimit): Promise<void>;

  /** Records that someone opened the delivery data of an entity. */
  markViewed(entityRef: string): Promise<void>;

  /**
   * Entities that had a run or a deployment since `delivered`, or that someone
   * opened since `viewed`.
   */
  listBusy(
    entityRefs: string[],
    since: { delivered: Date; viewed: Date },
  ): Promise<Set<string>>;

  /**
   * Removes older data, except the current deployments of each environment.
   *
   * @returns the number of removed runs and deployments
   */
  removeBefore(time: Date): Promise<number>;
}

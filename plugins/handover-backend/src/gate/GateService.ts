import type {
  Artifact,
  ChangeKind,
  GateCalendars,
  GateDecision,
  GateDecisions,
  Occurrences,
  RecordedDecision,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

export type GateServiceOptions = { credentials: BackstageCredentials };

/** A request to the gate. */
export type GateRequest = {
  /** Default: `deploy`. */
  change?: ChangeKind;
  /** RFC 3339 with an offset. The default is now. */
  at?: string;
};

/** The same about one environment. */
export type EnvironmentRequest = GateRequest & {
  environment: string;
  /** The artifact to deploy, for conditions and overrides that check it. */
  artifact?: Artifact;
};

/** The change that a decision is recorded for. */
export type RecordRequest = EnvironmentRequest & {
  /** What the asker calls the change. */
  changeId?: string;
};

/**
 * Says when an entity may be changed. Entity references are full and in lower
 * case. Every method throws a NotFoundError where the catalog has no such
 * entity.
 */
export interface GateService {
  /** May the entity be changed in this environment? */
  getDecision(
    entityRef: string,
    request: EnvironmentRequest,
    options: GateServiceOptions,
  ): Promise<GateDecision>;

  /**
   * The same, recorded with who asked. There is no decision if it cannot be
   * recorded.
   */
  recordDecision(
    entityRef: string,
    request: RecordRequest,
    options: GateServiceOptions,
  ): Promise<RecordedDecision>;

  /** One decision for each of the entity's environments, all at one instant. */
  getDecisions(
    entityRef: string,
    request: GateRequest,
    options: GateServiceOptions,
  ): Promise<GateDecisions>;

  /**
   * The windows' occurrences that overlap `[from, to)`, by start.
   *
   * @throws InputError if the range is empty or longer than 1100 days.
   */
  getOccurrences(
    entityRef: string,
    range: { from: string; to: string; environment?: string },
    options: GateServiceOptions,
  ): Promise<Occurrences>;

  /** The calendars that apply to the entity, from the organization down. */
  getCalendars(
    entityRef: string,
    options: GateServiceOptions,
  ): Promise<GateCalendars>;

  /** The windows as iCalendar (RFC 5545). */
  getCalendar(entityRef: string, options: GateServiceOptions): Promise<string>;
}

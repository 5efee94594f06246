import { parseEntityRef } from '@backstage/catalog-model';
import type { ChangeKind } from '../../gate/schema';
import type { GateDecision } from '../../gate/types';
import type { Artifact } from '../../delivery/types';
import type {
  GateCalendars,
  GateDecisions,
  Occurrences,
  RecordedDecision,
} from '../types';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * The environment, change and instant of a decision.
 *
 * @public
 */
export type GateQuery = GateDecisionsQuery & {
  environment: string;
  /** Version of what is to be deployed, for conditions that look at it. */
  artifactVersion?: string;
  /** OCI digest of what is to be deployed, `sha256:…`. */
  artifactDigest?: string;
};

/**
 * The change and instant of the decisions for all environments.
 *
 * @public
 */
export type GateDecisionsQuery = {
  /** `deploy` unless set. */
  change?: ChangeKind;
  /** RFC 3339 with offset; now unless set. */
  at?: string;
};

/**
 * The change that a decision is recorded for.
 *
 * @public
 */
export type RecordDecisionRequest = GateDecisionsQuery & {
  environment: string;
  /** What you call the change: a pipeline run, a ticket. */
  changeId?: string;
  artifact?: Artifact;
};

/**
 * The range `[from, to)` in RFC 3339 with offset, at most 1100 days.
 *
 * @public
 */
export type OccurrencesQuery = {
  from: string;
  to: string;
  /** Only windows that apply to this environment. */
  environment?: string;
};

/**
 * When an entity may be changed.
 *
 * @public
 */
export interface GateApi<TOptions extends unknown[] = HandoverClientOptions> {
  /** Decides whether the entity may be changed in an environment at an instant. */
  getDecision(
    entityRef: string,
    query: GateQuery,
    ...options: TOptions
  ): Promise<GateDecision>;

  /** Decides for each of the entity's environments, in their order. */
  getDecisions(
    entityRef: string,
    query?: GateDecisionsQuery,
    ...options: TOptions
  ): Promise<GateDecisions>;

  /**
   * Decides as `getDecision` does, and records the decision with who asked for
   * it. Ask this right before a change.
   */
  recordDecision(
    entityRef: string,
    request: RecordDecisionRequest,
    ...options: TOptions
  ): Promise<RecordedDecision>;

  /** Expands the entity's windows for a calendar view. */
  getOccurrences(
    entityRef: string,
    query: OccurrencesQuery,
    ...options: TOptions
  ): Promise<Occurrences>;

  /** Returns the calendars that apply to the entity, with their windows. */
  getCalendars(entityRef: string, ...options: TOptions): Promise<GateCalendars>;

  /** Returns the URL of the iCalendar feed of the entity's windows. */
  getCalendarUrl(entityRef: string): Promise<string>;
}

const GATE = '/gate/{kind}/{namespace}/{name}';

/** Calls the routes of the gate. */
export function createGateApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): GateApi<TOptions> {
  return {
    getDecision: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', GATE, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),

    getDecisions: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${GATE}/environments`, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),

    recordDecision: (entityRef, body, ...options) =>
      call(options, (http, init) =>
        http.request('post', `${GATE}/decisions`, {
          ...init,
          params: { path: parseEntityRef(entityRef) },
          body,
        }),
      ),

    getOccurrences: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${GATE}/occurrences`, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),

    getCalendars: (entityRef, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${GATE}/calendars`, {
          ...init,
          params: { path: parseEntityRef(entityRef) },
        }),
      ),

    getCalendarUrl: entityRef =>
      call.url(`${GATE}/calendar.ics`, parseEntityRef(entityRef)),
  };
}

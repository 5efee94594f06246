import { parseEntityRef } from '@backstage/catalog-model';
import type { ChangeKind } from '../../gate/schema';
import type { GateDecision } from '../../gate/types';
import type { Artifact } from '../../artifacts/Artifact';
import type {
  GateCalendars,
  GateDecisions,
  Occurrences,
  RecordedDecision,
} from '../types';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * The environment, change and time of a decision.
 *
 * @public
 */
export type GateQuery = GateDecisionsQuery & {
  environment: string;
  /** The name of the artifact, if the service has several. */
  artifactName?: string;
  /** The version to deploy, for conditions that check it. */
  artifactVersion?: string;
  /** The OCI digest to deploy, `sha256:…`. */
  artifactDigest?: string;
};

/**
 * The change and time of the decisions for all environments.
 *
 * @public
 */
export type GateDecisionsQuery = {
  /** The default is `deploy`. */
  change?: ChangeKind;
  /** RFC 3339 with an offset. The default is now. */
  at?: string;
};

/**
 * The change that a decision is recorded for.
 *
 * @public
 */
export type RecordDecisionRequest = GateDecisionsQuery & {
  environment: string;
  /** Your name for the change, such as a pipeline run or a ticket. */
  changeId?: string;
  artifact?: Artifact;
};

/**
 * The range `[from, to)` in RFC 3339 with offset, at most 1,100 days.
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
 * When an entity can be changed.
 *
 * @public
 */
export interface GateApi<TOptions extends unknown[] = HandoverClientOptions> {
  /** Decides whether the entity can be changed in an environment at a given time. */
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
   * Decides like `getDecision`, and records the decision and who requested it.
   * Call this right before a change.
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

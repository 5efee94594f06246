import type {
  OnCallData,
  OnCallPageTarget,
  OnCallPageUrgency,
} from '@backstage-handover/plugin-handover-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';

/**
 * A request to an on-call provider.
 *
 * @public
 */
export type OnCallFetchOptions = {
  entity: Entity;
  /** Aborts when the result is no longer needed. Pass it to every request. */
  signal: AbortSignal;
  logger: LoggerService;
};

/**
 * What an on-call provider sends to the people on call.
 *
 * @public
 */
export type OnCallPageOptions = OnCallFetchOptions & {
  /** The target of `canPage`, as the person who pages has seen it. */
  target: OnCallPageTarget;
  /** What the person wrote: plain text of one line or more. */
  message: string;
  urgency: OnCallPageUrgency;
  /** The address of the Handover tab. Absent if the address of the portal isn't configured. */
  link?: string;
  /** The entity reference of the user who pages. */
  requestedBy: string;
  /** Identifies the page. If the system drops duplicates by a key, pass it. */
  idempotencyKey: string;
};

/**
 * What an on-call system says about a page that it accepted.
 *
 * @public
 */
export type OnCallPageReceipt = {
  /** The id of the incident or alert. */
  id?: string;
  /** The web page of the incident or alert, or else where it can be found. */
  url?: string;
};

/**
 * Reads who is on call from one system, and pages them if it can.
 *
 * @public
 */
export interface OnCallProvider {
  /** For example `pagerduty`. */
  readonly id: string;
  /** Display name, for example `PagerDuty`. */
  readonly title: string;

  /** Whether the system knows who is on call for the entity, according to its annotations. */
  appliesTo(entity: Entity): boolean;

  /**
   * Called when someone opens the entity. A process never calls it twice at the
   * same time for the same entity, or while the last result is recent.
   *
   * Return every level of the escalation policy, also those without anybody. An
   * empty level means that nobody is on call: if that isn't certain, throw.
   *
   * Return `canPage` only if `page` can notify exactly this target.
   *
   * @throws RateLimitedError if the system limits requests. The provider isn't
   *   called for any entity until requests are allowed again.
   * @throws Error if it fails. The message is shown to people: name the system
   *   and what failed, but never credentials or whole responses. Wrap HTTP
   *   errors, so that their status doesn't become Backstage's.
   */
  fetch(options: OnCallFetchOptions): Promise<OnCallData>;

  /**
   * Pages the people on call for the entity. Without this method, nobody can be
   * paged through the provider. It is called once for each page and never
   * repeated: don't retry.
   *
   * Page the target and nothing else. If the entity now has another one, throw a
   * `PageNotSentError`.
   *
   * @throws PageNotSentError if it is certain that nobody was paged
   * @throws Error otherwise, also if the system limits requests: people are told
   *   that the page may have been sent, with the message, as for `fetch`.
   */
  page?(options: OnCallPageOptions): Promise<OnCallPageReceipt>;
}

import type {
  HandoverEventPage,
  HandoverEventTopic,
} from '../../events/domainEvents';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Which domain events to read again.
 *
 * @public
 */
export type ReplayEventsQuery = {
  /** Sequence of the last event that you handled; from the oldest unless set. */
  after?: number;
  /** Only events of these topics. */
  topic?: HandoverEventTopic[];
  /** Events per page, 1 to 500; 50 unless set. */
  limit?: number;
};

/**
 * What happened to handovers, deployments and the gate.
 *
 * @public
 */
export interface EventsApi<TOptions extends unknown[] = HandoverClientOptions> {
  /**
   * Reads events that were missed, in the order of their sequence. Only services
   * may.
   */
  replay(
    query?: ReplayEventsQuery,
    ...options: TOptions
  ): Promise<HandoverEventPage>;
}

/** Calls the routes of domain events. */
export function createEventsApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): EventsApi<TOptions> {
  return {
    replay: (query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/events', { ...init, params: { query } }),
      ),
  };
}

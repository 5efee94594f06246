import type {
  HandoverEventPage,
  HandoverEventTopic,
} from '../../events/domainEvents';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Which domain events to replay.
 *
 * @public
 */
export type ReplayEventsQuery = {
  /**
   * Sequence of the last event that you handled. By default, replay starts at
   * the oldest event.
   */
  after?: number;
  /** Only events of these topics. */
  topic?: HandoverEventTopic[];
  /** Events per page, 1 to 500; 50 by default. */
  limit?: number;
};

/**
 * Domain events.
 *
 * @public
 */
export interface EventsApi<TOptions extends unknown[] = HandoverClientOptions> {
  /**
   * Replays events in the order of their sequence. Requires the credentials of
   * a service.
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

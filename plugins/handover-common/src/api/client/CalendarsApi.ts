import type {
  CompanyCalendarDetails,
  CompanyCalendarList,
} from '../../calendars/responses';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Calendars of the company: when many services can be changed.
 *
 * @public
 */
export interface CalendarsApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Lists the company calendars, and the state of their locations. */
  list(...options: TOptions): Promise<CompanyCalendarList>;

  /** Gets a company calendar with its windows. */
  get(name: string, ...options: TOptions): Promise<CompanyCalendarDetails>;
}

/** Calls the routes of company calendars. */
export function createCalendarsApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): CalendarsApi<TOptions> {
  return {
    list: (...options) =>
      call(options, (http, init) => http.request('get', '/calendars', init)),
    get: (calendar, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/calendars/{calendar}', {
          ...init,
          params: { path: { calendar } },
        }),
      ),
  };
}

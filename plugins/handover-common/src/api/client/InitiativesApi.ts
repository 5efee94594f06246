import type {
  Initiative,
  InitiativeBurnUp,
  InitiativeDefinition,
  InitiativeDetails,
  InitiativeEntityPage,
  InitiativePage,
  InitiativeProgress,
  InitiativeState,
} from '../../scorecards/initiatives/types';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Whose entities of an initiative to count.
 *
 * @public
 */
export type InitiativeOwnersQuery = {
  /** References of owners. */
  owner?: string[];
  /** Groups; what one of them or a group below it owns. */
  within?: string[];
};

/**
 * Which initiatives to list.
 *
 * @public
 */
export type ListInitiativesQuery = InitiativeOwnersQuery & {
  state?: InitiativeState[];
  /** Name of a scorecard. */
  scorecard?: string;
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Which entities of an initiative to list.
 *
 * @public
 */
export type ListInitiativeEntitiesQuery = InitiativeOwnersQuery & {
  progress?: InitiativeProgress[];
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Levels and checks to be reached by a date. Whatever is counted is counted of
 * the entities that the caller can read.
 *
 * @public
 */
export interface InitiativesApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Lists initiatives, those that end first before others. */
  list(
    query?: ListInitiativesQuery,
    ...options: TOptions
  ): Promise<InitiativePage>;

  /** Returns an initiative, with the progress of each team. */
  get(
    id: string,
    query?: InitiativeOwnersQuery,
    ...options: TOptions
  ): Promise<InitiativeDetails>;

  /** Returns the progress at the end of each day, with a forecast. */
  getBurnUp(
    id: string,
    query?: InitiativeOwnersQuery,
    ...options: TOptions
  ): Promise<InitiativeBurnUp>;

  /** Lists the entities of an initiative. */
  listEntities(
    id: string,
    query?: ListInitiativeEntitiesQuery,
    ...options: TOptions
  ): Promise<InitiativeEntityPage>;

  /** Creates a draft. */
  create(
    definition: InitiativeDefinition,
    ...options: TOptions
  ): Promise<Initiative>;

  /** Changes an initiative. `ifMatch` is the revision that you saw. */
  update(
    id: string,
    definition: InitiativeDefinition,
    precondition: { ifMatch: number },
    ...options: TOptions
  ): Promise<Initiative>;

  /** Deletes a draft. `ifMatch` is the revision that you saw. */
  delete(
    id: string,
    precondition: { ifMatch: number },
    ...options: TOptions
  ): Promise<Initiative>;

  /** Publishes a draft. `ifMatch` is the revision that you saw. */
  publish(
    id: string,
    precondition: { ifMatch: number },
    ...options: TOptions
  ): Promise<Initiative>;

  /** Closes a published initiative, with what came of it as the note. */
  close(
    id: string,
    closing: { ifMatch: number; note?: string },
    ...options: TOptions
  ): Promise<Initiative>;
}

const INITIATIVE = '/initiatives/{id}';

/** Calls the routes of initiatives. */
export function createInitiativesApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): InitiativesApi<TOptions> {
  const changing = (id: string, ifMatch: number) => ({
    path: { id },
    header: { 'If-Match': `"${ifMatch}"` },
  });
  return {
    list: (query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/initiatives', { ...init, params: { query } }),
      ),

    get: (id, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', INITIATIVE, {
          ...init,
          params: { path: { id }, query },
        }),
      ),

    getBurnUp: (id, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${INITIATIVE}/burn-up`, {
          ...init,
          params: { path: { id }, query },
        }),
      ),

    listEntities: (id, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${INITIATIVE}/entities`, {
          ...init,
          params: { path: { id }, query },
        }),
      ),

    create: (body, ...options) =>
      call(options, (http, init) =>
        http.request('post', '/initiatives', { ...init, body }),
      ),

    update: (id, body, { ifMatch }, ...options) =>
      call(options, (http, init) =>
        http.request('put', INITIATIVE, {
          ...init,
          params: changing(id, ifMatch),
          body,
        }),
      ),

    delete: (id, { ifMatch }, ...options) =>
      call(options, (http, init) =>
        http.request('delete', INITIATIVE, {
          ...init,
          params: changing(id, ifMatch),
        }),
      ),

    publish: (id, { ifMatch }, ...options) =>
      call(options, (http, init) =>
        http.request('post', `${INITIATIVE}/publish`, {
          ...init,
          params: changing(id, ifMatch),
        }),
      ),

    close: (id, { ifMatch, note }, ...options) =>
      call(options, (http, init) =>
        http.request('post', `${INITIATIVE}/close`, {
          ...init,
          params: changing(id, ifMatch),
          body: { note },
        }),
      ),
  };
}

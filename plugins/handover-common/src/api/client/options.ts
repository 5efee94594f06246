/**
 * Options of every request.
 *
 * @public
 */
export type HandoverRequestOptions = {
  /**
   * Backstage token. Only needed in backends and on the command line: the fetch
   * API of the frontend adds it by itself.
   */
  token?: string;
  /** Cancels the request. */
  signal?: AbortSignal;
};

/**
 * The last parameter of every method of the client. Other interfaces to the API
 * have the same methods with other options, for example with credentials.
 *
 * @public
 */
export type HandoverClientOptions = [options?: HandoverRequestOptions];

/**
 * Options of every request.
 *
 * @public
 */
export type HandoverRequestOptions = {
  /**
   * Backstage token. Needed in backends and scripts only: the fetch API of the
   * frontend adds it.
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

/**
 * Remembers rate limits, so that a limit that one request reports holds back
 * all others. A limit applies to a host, a token or an instance, which many
 * entities share.
 *
 * The backend shares limits between all its processes.
 *
 * @public
 */
export interface RateLimits {
  /**
   * Sends a request, unless a limit is in force.
   *
   * @param who - what the limit applies to, such as a host. Each provider has
   *   its own names.
   * @throws RateLimitedError while a limit is in force, without sending the
   *   request
   */
  ask<T>(who: string, ask: () => Promise<T>): Promise<T>;
}

/**
 * Remembers which systems asked to be left alone, so that a limit reported to one
 * request holds back all the others. A limit is of a host, a token or an
 * instance, which many entities are read from.
 *
 * The backend shares limits between all its processes.
 *
 * @public
 */
export interface RateLimits {
  /**
   * Sends a request, unless a limit is in force.
   *
   * @param who - which requests the limit counts together, such as a host. Each
   * provider has its own names.
   * @throws RateLimitedError while a limit is in force, without sending anything.
   */
  ask<T>(who: string, ask: () => Promise<T>): Promise<T>;
}

import { AuthenticationError } from '@backstage/errors';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ClusterConfig } from './config';

const BEARER = /^Bearer +(\S+) *$/i;

/** Knows the tokens with which the API servers of clusters ask. */
export class ClusterTokens {
  readonly #digests: Map<string, Buffer>;

  static create(options: {
    clusters: Pick<ClusterConfig, 'name' | 'token'>[];
  }): ClusterTokens {
    return new ClusterTokens(options.clusters);
  }

  private constructor(clusters: Pick<ClusterConfig, 'name' | 'token'>[]) {
    this.#digests = new Map(
      clusters.map(({ name, token }) => [name, digestOf(token)]),
    );
  }

  /**
   * Compares in constant time. The error is the same for a cluster that is not
   * configured, so that nobody learns the names.
   *
   * @param authorization - The header of the request.
   *
   * @throws AuthenticationError if it is not the token of the cluster.
   */
  assertValid(cluster: string, authorization: string | undefined): void {
    const [, token = ''] = BEARER.exec(authorization ?? '') ?? [];
    const expected = this.#digests.get(cluster);
    const isEqual = timingSafeEqual(
      digestOf(token),
      expected ?? digestOf(cluster),
    );
    if (!isEqual || expected === undefined) {
      throw new AuthenticationError(
        'The token is missing or is not that of this cluster',
      );
    }
  }
}

/** Digests have one length, which comparing in constant time needs. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

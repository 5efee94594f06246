import { InputError } from '@backstage/errors';
import { createHash } from 'crypto';

/**
 * The entity tag of a state: the number of the revision in view, then a digest
 * of the whole, so that a change of status or freshness makes another tag.
 */
export function etagOf(revision: number, body: Buffer): string {
  const digest = createHash('sha1').update(body).digest('base64url');
  return `"${revision}.${digest}"`;
}

/**
 * The revision that a write was made from, of its `If-Match` header: the number
 * alone or a tag of {@link etagOf}. The digest is not compared.
 */
export function revisionOfIfMatch(header: string): number {
  const match = /^"(\d{1,10})(?:\.[\w-]+)?"$/.exec(header);
  if (!match) {
    throw new InputError(
      `Invalid If-Match header: must be the number of a revision such as "3", in quotes`,
    );
  }
  return Number(match[1]);
}

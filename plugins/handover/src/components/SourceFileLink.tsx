import { Link } from '@backstage/core-components';
import { sourceLink, sourceName } from './sourceLink';

/** The file of a handover, with a link to it where a browser can open it. */
export function SourceFileLink({ location }: { location: string }) {
  const href = sourceLink(location);
  const name = sourceName(location);
  return href ? (
    <Link to={href}>{name}</Link>
  ) : (
    <span title={location}>{name}</span>
  );
}

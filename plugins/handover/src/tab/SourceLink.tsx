import { Link } from '@backstage/core-components';
import { sourceAddress, sourceName } from './sourceAddress';

/** The file of a handover, with a link to it where a browser can open it. */
export function SourceLink({ location }: { location: string }) {
  const href = sourceAddress(location);
  const name = sourceName(location);
  return href ? (
    <Link to={href}>{name}</Link>
  ) : (
    <span title={location}>{name}</span>
  );
}

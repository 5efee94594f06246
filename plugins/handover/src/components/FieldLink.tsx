import { Link } from '@backstage/core-components';
import MuiLink from '@material-ui/core/Link';
import type { ReactNode } from 'react';
import { safeLinkTarget } from './safeLinkTarget';
import { useLinkSchemes } from './useLinkSchemes';

export type FieldLinkProps = {
  to: string;
  'aria-label'?: string;
  children: ReactNode;
};

/**
 * The link of a field that holds an address. Only its text where the address
 * may not be followed: documents with such links are refused, but not those
 * that were stored under other rules, and they must not break the tab.
 */
export function FieldLink({ to, children, ...props }: FieldLinkProps) {
  const target = safeLinkTarget(to, useLinkSchemes());
  if (!target) {
    return <>{children}</>;
  }
  // Backstage's link says that every address with a scheme opens a new window.
  if (/^(mailto|tel|sms):/i.test(target)) {
    return (
      <MuiLink {...props} href={target}>
        {children}
      </MuiLink>
    );
  }
  return (
    <Link {...props} to={target}>
      {children}
    </Link>
  );
}

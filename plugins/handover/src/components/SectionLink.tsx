import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';

export type SectionLinkProps = {
  /** Part of the address after `#`. */
  to: string;
  className?: string;
  'aria-current'?: 'location';
  'aria-label'?: string;
  children: ReactNode;
};

/** Leads to a section of the same view: what the address says of the view stays. */
export function SectionLink({ to, ...props }: SectionLinkProps) {
  const { search } = useLocation();
  return <Link {...props} to={{ search, hash: to }} />;
}

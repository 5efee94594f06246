import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Goes to the section that the address names (`#rollback`): on load, when the
 * sections have come, and whenever the address changes. The heading gets the
 * focus so that keyboard and screen reader go on from there.
 *
 * @param complete - whether all sections are there
 */
export function useHashTarget(complete: boolean) {
  const { hash, key } = useLocation();
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1));
    const section = id ? document.getElementById(id) : null;
    if (!section) {
      return;
    }
    section.scrollIntoView({ block: 'start' });
    document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
  }, [hash, key, complete]);
}

import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/** How long what comes late may push the section aside, in milliseconds. */
const SETTLE_MS = 10_000;

/** What says that the reader has taken over. */
const READER_EVENTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

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
      return undefined;
    }
    section.scrollIntoView({ block: 'start' });
    document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
    return keepInPlace(section);
  }, [hash, key, complete]);
}

/**
 * Rolls back to the section while others still grow, such as the calendar that
 * is loaded when its place comes near. Ends when the reader moves.
 */
function keepInPlace(section: HTMLElement): () => void {
  const observer = new ResizeObserver(() =>
    section.scrollIntoView({ block: 'start' }),
  );
  const timer = setTimeout(stop, SETTLE_MS);
  function stop() {
    clearTimeout(timer);
    observer.disconnect();
    READER_EVENTS.forEach(type => window.removeEventListener(type, stop, true));
  }
  READER_EVENTS.forEach(type => window.addEventListener(type, stop, true));
  observer.observe(section.parentElement ?? section);
  return stop;
}

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
    if (!id) {
      return undefined;
    }
    let leave: (() => void) | undefined;
    const go = () => {
      const section = document.getElementById(id);
      if (section) {
        leave?.();
        section.scrollIntoView({ block: 'start' });
        document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
        leave = keepInPlace(section);
      }
      return section !== null;
    };
    if (!go()) {
      leave = waitFor(go);
    }
    return () => leave?.();
  }, [hash, key, complete]);
}

/** Tries again whenever something comes, such as a section whose code is loaded late. */
function waitFor(go: () => boolean): () => void {
  const observer = new MutationObserver(go);
  observer.observe(document.body, { childList: true, subtree: true });
  return untilReaderActs(() => observer.disconnect());
}

/**
 * Rolls back to the section while others still grow, such as the calendar that
 * is loaded when its place comes near. Ends when the reader moves.
 */
function keepInPlace(section: HTMLElement): () => void {
  const observer = new ResizeObserver(() =>
    section.scrollIntoView({ block: 'start' }),
  );
  observer.observe(section.parentElement ?? section);
  return untilReaderActs(() => observer.disconnect());
}

/** Ends something when the reader acts, after a while, or when it is called. */
function untilReaderActs(end: () => void): () => void {
  const timer = setTimeout(stop, SETTLE_MS);
  function stop() {
    clearTimeout(timer);
    READER_EVENTS.forEach(type => window.removeEventListener(type, stop, true));
    end();
  }
  READER_EVENTS.forEach(type => window.addEventListener(type, stop, true));
  return stop;
}

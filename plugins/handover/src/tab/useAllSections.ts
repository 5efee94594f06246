import { startTransition, useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * False until the first sections have been painted, then true: what is below
 * the fold does not delay what is above it. True at once where the address
 * leads to a section, which may be any of them.
 */
export function useAllSections(): boolean {
  const { hash } = useLocation();
  const [all, setAll] = useState(Boolean(hash));
  useEffect(() => {
    if (all) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout>;
    // A task that begins in the callback of a frame runs after its paint.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setAll(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [all]);
  return all;
}

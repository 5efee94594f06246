import { useEffect, useState } from 'react';

/**
 * Whether a sticky bar has left its own place because the page was scrolled.
 *
 * @returns that, and the ref of an empty element that stands right before the bar.
 */
export function useIsStuck(): [boolean, (element: Element | null) => void] {
  const [sentinel, setSentinel] = useState<Element | null>(null);
  const [isStuck, setIsStuck] = useState(false);
  useEffect(() => {
    // Not in every place where the tab is rendered is there a viewport.
    if (!sentinel || typeof IntersectionObserver === 'undefined') {
      return undefined;
    }
    const observer = new IntersectionObserver(entries => {
      const last = entries[entries.length - 1];
      const { isIntersecting, boundingClientRect } = last;
      setIsStuck(
        !isIntersecting && boundingClientRect.top < window.innerHeight / 2,
      );
    });
    observer.observe(sentinel);
    return () => observer.disconnect();
  }, [sentinel]);
  return [isStuck, setSentinel];
}

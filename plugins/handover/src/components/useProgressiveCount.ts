import { startTransition, useEffect, useState } from 'react';

const FIRST = 24;
const CHUNK = 48;

/**
 * How many of `total` list items to mount now. Grows by itself, chunk by chunk
 * while the browser is idle, until all are there: a long list is painted at
 * once and still is complete for the find function of the browser. Before
 * printing the rest is mounted without delay.
 */
export function useProgressiveCount(total: number): number {
  const [count, setCount] = useState(FIRST);

  useEffect(() => {
    if (count >= total) {
      return undefined;
    }
    const grow = () =>
      startTransition(() => setCount(current => current + CHUNK));
    // Safari has no idle callbacks.
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = setTimeout(grow, 50);
      return () => clearTimeout(timer);
    }
    const request = window.requestIdleCallback(grow, { timeout: 500 });
    return () => window.cancelIdleCallback(request);
  }, [count, total]);

  useEffect(() => {
    const all = () => setCount(Number.MAX_SAFE_INTEGER);
    window.addEventListener('beforeprint', all);
    return () => window.removeEventListener('beforeprint', all);
  }, []);

  return Math.min(count, total);
}

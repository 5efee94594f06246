import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Whether the incident view is on, `?view=incident`, and a function that
 * switches it. The browser's Back button switches it back.
 */
export function useIncidentView(): [boolean, (on: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const setIncident = useCallback(
    (on: boolean) =>
      setParams(current => {
        const next = new URLSearchParams(current);
        if (on) {
          next.set('view', 'incident');
        } else {
          next.delete('view');
        }
        return next;
      }),
    [setParams],
  );
  return [params.get('view') === 'incident', setIncident];
}

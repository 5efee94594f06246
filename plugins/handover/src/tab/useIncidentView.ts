import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Is the incident view on, `?view=incident`, and a function that switches it. */
export function useIncidentView(): [boolean, (on: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const setIncident = useCallback(
    (on: boolean) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          if (on) {
            next.set('view', 'incident');
          } else {
            next.delete('view');
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params.get('view') === 'incident', setIncident];
}

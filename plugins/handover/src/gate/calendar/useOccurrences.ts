import { useApi } from '@backstage/frontend-plugin-api';
import type { Occurrences } from '@backstage-handover/plugin-handover-common';
import { useEffect, useState } from 'react';
import { handoverApiRef } from '../../api';

export type OccurrencesState = {
  /** Those of the range before stay until the new ones are there. */
  occurrences?: Occurrences;
  loading: boolean;
  error?: Error;
};

/** `[from, to)` in RFC 3339. */
export type Range = { from: string; to: string };

/** The occurrences of an entity's windows in a range, for one environment or all. */
export function useOccurrences(options: {
  entityRef: string;
  /** Nothing is asked before the calendar knows what it shows. */
  range?: Range;
  environment?: string;
  /** Raised to ask again. */
  attempt: number;
}): OccurrencesState {
  const { entityRef, range, environment, attempt } = options;
  const api = useApi(handoverApiRef);
  const [state, setState] = useState<OccurrencesState>({ loading: true });
  const from = range?.from;
  const to = range?.to;

  useEffect(() => {
    if (!from || !to) {
      return undefined;
    }
    const abort = new AbortController();
    const { signal } = abort;
    setState(before => ({ ...before, loading: true, error: undefined }));
    api.gate
      .getOccurrences(
        entityRef,
        { from, to, ...(environment && { environment }) },
        { signal },
      )
      .then(
        occurrences =>
          signal.aborted || setState({ loading: false, occurrences }),
        error => signal.aborted || setState({ loading: false, error }),
      );
    return () => abort.abort();
  }, [api, entityRef, from, to, environment, attempt]);

  return state;
}

import { useApi } from '@backstage/frontend-plugin-api';
import type { RevisionSummary } from '@backstage-handover/plugin-handover-common';
import { useCallback, useEffect, useState } from 'react';
import { handoverApiRef } from '../../api';

const PAGE_SIZE = 20;

export type RevisionsState = {
  /** The newest first; undefined before the first page is there. */
  revisions?: RevisionSummary[];
  totalItems: number;
  loading: boolean;
  error?: Error;
  /** Fetches the next page, or the page that failed; absent when all are there. */
  loadMore?: () => void;
};

type Loaded = {
  items: RevisionSummary[];
  totalItems: number;
  nextCursor?: string;
};

/** The revisions of a handover, page by page. */
export function useRevisions(entityRef: string): RevisionsState {
  const api = useApi(handoverApiRef);
  const [loaded, setLoaded] = useState<Loaded>();
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Error>();

  const load = useCallback(
    async (before: Loaded | undefined, signal?: AbortSignal) => {
      setLoading(true);
      setError(undefined);
      try {
        const page = await api.documents.listRevisions(
          entityRef,
          { limit: PAGE_SIZE, cursor: before?.nextCursor },
          { signal },
        );
        if (!signal?.aborted) {
          setLoaded({
            ...page,
            items: [...(before?.items ?? []), ...page.items],
          });
          setLoading(false);
        }
      } catch (reason) {
        if (!signal?.aborted) {
          setError(
            reason instanceof Error ? reason : new Error(String(reason)),
          );
          setLoading(false);
        }
      }
    },
    [api, entityRef],
  );

  useEffect(() => {
    const abort = new AbortController();
    setLoaded(undefined);
    load(undefined, abort.signal);
    return () => abort.abort();
  }, [load]);

  return {
    revisions: loaded?.items,
    totalItems: loaded?.totalItems ?? 0,
    loading,
    error,
    loadMore: error || loaded?.nextCursor ? () => void load(loaded) : undefined,
  };
}

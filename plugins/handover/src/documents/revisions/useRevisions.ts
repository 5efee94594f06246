import { useApi } from '@backstage/frontend-plugin-api';
import type { RevisionSummary } from '@backstage-handover/plugin-handover-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { handoverApiRef } from '../../api';
import { useQueryClient } from '../../components';

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

/** The revisions of a handover, page by page. */
export function useRevisions(entityRef: string): RevisionsState {
  const api = useApi(handoverApiRef);
  const query = useInfiniteQuery(
    {
      queryKey: ['documents', entityRef, 'revisions'],
      queryFn: ({ pageParam, signal }) =>
        api.documents.listRevisions(
          entityRef,
          { limit: PAGE_SIZE, cursor: pageParam },
          { signal },
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      networkMode: 'always',
      retry: false,
      staleTime: Infinity,
      // Revisions may have been added since somebody looked.
      refetchOnMount: 'always',
    },
    useQueryClient(),
  );
  const { data, error, isFetching, hasNextPage } = query;
  const loadMore = () =>
    void (hasNextPage ? query.fetchNextPage() : query.refetch());
  return {
    revisions: data?.pages.flatMap(({ items }) => items),
    totalItems: data?.pages.at(-1)?.totalItems ?? 0,
    loading: isFetching,
    error: isFetching ? undefined : error ?? undefined,
    loadMore: error || hasNextPage ? loadMore : undefined,
  };
}

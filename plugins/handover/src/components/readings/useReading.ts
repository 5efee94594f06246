import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FailedReading, useReadings } from './ReadingsProvider';

/** The first retry comes after this time, each further one after twice as long. */
const RETRY_MS = 10_000;
const MAX_RETRY_MS = 60_000;
/** Nothing is read more often than this, however soon it is due. */
const MIN_INTERVAL_MS = 500;
/** A result younger than this is kept when the page is shown again. */
const FRESH_MS = 10_000;

/** How old a result is, and why it is not newer. */
export type ReadingFreshness = {
  /** When it was read, in milliseconds since the epoch. */
  at: number;
  /** Set while it cannot be read again. */
  failure?: FailedReading;
  retry: () => void;
  isRetrying: boolean;
};

/** Something read from a backend. */
export type Reading<T> =
  | { status: 'loading' }
  /** There was never a result. */
  | { status: 'failed'; error: Error; retry: () => void; isRetrying: boolean }
  | {
      status: 'ready';
      data: T;
      /** It is the result of the previous key; that of this one is on its way. */
      isPrevious: boolean;
      freshness: ReadingFreshness;
    };

export type ReadingOptions<T> = {
  /** Names what is read. It starts with the name of the room. */
  key: readonly unknown[];
  /**
   * Reads it. `show` publishes a part of the result while the rest is on its
   * way; it does nothing once there is a whole result.
   */
  read: (context: {
    signal: AbortSignal;
    show: (partial: T) => void;
  }) => Promise<T>;
  /**
   * Milliseconds until it is read again while the page is visible. A failed
   * reading is retried sooner. Without it, a result is final.
   */
  every?: number | ((result: T) => number);
  /** Shows the result of the previous key until that of this one is there. */
  keepPrevious?: boolean;
  /** False as long as it is not yet known what to read. */
  enabled?: boolean;
};

/**
 * Reads something from a backend and keeps it up to date. A failed attempt
 * keeps the last result, says since when and why it failed, and is retried.
 * Polling pauses while the page is hidden and resumes when it is shown.
 */
export function useReading<T>(options: ReadingOptions<T>): Reading<T> {
  const { key, read, every, keepPrevious = false, enabled = true } = options;
  const { client, failures } = useReadings();
  const hash = hashKey(key);

  const query = useQuery<T, Error>(
    {
      queryKey: key,
      queryFn: async ({ signal }) => {
        const isFirst = client.getQueryData(key) === undefined;
        const show = (partial: T) => {
          if (isFirst && !signal.aborted) {
            client.setQueryData(key, partial);
          }
        };
        try {
          const result = await read({ signal, show });
          failures.delete(hash);
          return result;
        } catch (reason) {
          const error =
            reason instanceof Error ? reason : new Error(String(reason));
          if (!signal.aborted) {
            const { since = Date.now(), attempts = 0 } =
              failures.get(hash) ?? {};
            failures.set(hash, { since, attempts: attempts + 1, error });
          }
          throw error;
        }
      },
      enabled,
      placeholderData: keepPrevious ? keepPreviousData : undefined,
      // A browser that believes it is offline must fail visibly, not wait.
      networkMode: 'always',
      retry: false,
      staleTime: every === undefined ? Infinity : FRESH_MS,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
      refetchInterval: ({ state: { data, dataUpdatedAt } }) => {
        const failure = failures.get(hash);
        if (failure) {
          return every !== undefined && retryDelay(failure);
        }
        if (typeof every !== 'function') {
          return every ?? false;
        }
        // Counted from the result, so that it does not matter who asks when.
        return data === undefined
          ? false
          : Math.max(dataUpdatedAt + every(data) - Date.now(), MIN_INTERVAL_MS);
      },
      // Failures are kept outside of the query, which does not know them.
      notifyOnChangeProps: 'all',
    },
    client,
  );

  const retry = () => void query.refetch();
  const failure = failures.get(hash);
  if (query.data !== undefined) {
    return {
      status: 'ready',
      data: query.data,
      isPrevious: query.isPlaceholderData,
      freshness: {
        at: query.dataUpdatedAt,
        failure,
        retry,
        isRetrying: query.isFetching,
      },
    };
  }
  return failure
    ? {
        status: 'failed',
        error: failure.error,
        retry,
        isRetrying: query.isFetching,
      }
    : { status: 'loading' };
}

function retryDelay({ attempts }: FailedReading): number {
  return Math.min(RETRY_MS * 2 ** (attempts - 1), MAX_RETRY_MS);
}

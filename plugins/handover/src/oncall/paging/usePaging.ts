import {
  isPageNotSent,
  type OnCallPage,
  type PageOnCallRequest,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useRef, useState } from 'react';
import { handoverApiRef } from '../../api';

/** Longer than the backend can take, so that it says what came of the page. */
export const MAX_WAIT_SECONDS = 90;

/** How far a page is. */
export type PagingState =
  /** With `problem`, an attempt failed and nobody was paged. */
  | { status: 'writing'; problem?: string }
  | { status: 'sending' }
  | { status: 'sent'; page: OnCallPage }
  /** The page may have gone out. Without `problem`, there was no response in time. */
  | { status: 'unknown'; problem?: string };

/** Sends a page once, however often it is asked to while one is on its way. */
export function usePaging(entityRef: string): {
  state: PagingState;
  send: (request: PageOnCallRequest) => Promise<void>;
} {
  const api = useApi(handoverApiRef);
  const [state, setState] = useState<PagingState>({ status: 'writing' });
  const isSending = useRef(false);
  return {
    state,
    async send(request) {
      if (isSending.current) {
        return;
      }
      isSending.current = true;
      setState({ status: 'sending' });
      const signal = AbortSignal.timeout(MAX_WAIT_SECONDS * 1_000);
      try {
        const page = await Promise.race([
          api.onCall.page(entityRef, request, { signal }),
          // What comes before the request, such as signing in, ignores the signal.
          rejectWhenAborted(signal),
        ]);
        setState({ status: 'sent', page });
      } catch (error) {
        if (signal.aborted) {
          setState({ status: 'unknown' });
          return;
        }
        const problem = error instanceof Error ? error.message : String(error);
        setState({
          status: isPageNotSent(error) ? 'writing' : 'unknown',
          problem,
        });
      } finally {
        isSending.current = false;
      }
    },
  };
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}

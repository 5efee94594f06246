import {
  isPageNotSent,
  type OnCallPage,
  type PageOnCallRequest,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useRef, useState } from 'react';
import { handoverApiRef } from '../../api';

/** How far a page is. */
export type PagingState =
  /** With `problem`, an attempt failed and nobody was paged. */
  | { status: 'writing'; problem?: string }
  | { status: 'sending' }
  | { status: 'sent'; page: OnCallPage }
  /** The page may have gone out. */
  | { status: 'unknown'; problem: string };

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
      try {
        const page = await api.onCall.page(entityRef, request);
        setState({ status: 'sent', page });
      } catch (error) {
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

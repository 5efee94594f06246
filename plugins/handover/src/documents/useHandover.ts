import type {
  DocumentState,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { handoverApiRef } from '../api';

/** What there is to show of an entity's handover. */
export type HandoverResult =
  /** The first answer has not come yet. */
  | { kind: 'loading' }
  /** The backend gave no answer. */
  | { kind: 'failed'; error: Error; retry: () => void; retrying: boolean }
  /** Nobody has written a handover. */
  | { kind: 'missing'; state: DocumentState; retry: () => void }
  /** There is a document, but none of its revisions was ever good. */
  | { kind: 'unreadable'; state: DocumentState; retry: () => void }
  /** A good revision; `state.status` says whether it is still the present one. */
  | {
      kind: 'present';
      state: DocumentState;
      document: HandoverDocument;
      retry: () => void;
    };

/** Loads the handover of an entity, `component:default/orders`. */
export function useHandover(entityRef: string): HandoverResult {
  const api = useApi(handoverApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    // The reference is kept with the answer: while another entity's answer is
    // on its way, the last one must not be shown in its place.
    async () => ({ entityRef, state: await api.documents.get(entityRef) }),
    [api, entityRef],
  );
  if (error) {
    return { kind: 'failed', error, retry, retrying: loading };
  }
  if (value?.entityRef !== entityRef) {
    return { kind: 'loading' };
  }
  const { state } = value;
  if (state.document) {
    return { kind: 'present', state, document: state.document, retry };
  }
  return state.status === 'missing'
    ? { kind: 'missing', state, retry }
    : { kind: 'unreadable', state, retry };
}

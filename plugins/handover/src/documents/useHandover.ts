import type {
  DocumentState,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';
import { type ReadingFreshness, useReading } from '../components';

/** Documents change seldom, but an incident may last for hours. */
const INTERVAL_MS = 5 * 60_000;

/** What was read, and how to read it again. */
type Known = {
  state: DocumentState;
  freshness: ReadingFreshness;
  retry: () => void;
};

/** What there is to show of an entity's handover. */
export type HandoverResult =
  /** The first answer has not come yet. */
  | { kind: 'loading' }
  /** The backend gave no answer. */
  | { kind: 'failed'; error: Error; retry: () => void; retrying: boolean }
  /** Nobody has written a handover. */
  | ({ kind: 'missing' } & Known)
  /** There is a document, but none of its revisions was ever good. */
  | ({ kind: 'unreadable' } & Known)
  /** A good revision; `state.status` says whether it is still the present one. */
  | ({ kind: 'present'; document: HandoverDocument } & Known);

/** Loads the handover of an entity, `component:default/orders`. */
export function useHandover(entityRef: string): HandoverResult {
  const api = useApi(handoverApiRef);
  const reading = useReading<DocumentState>({
    key: ['documents', entityRef],
    read: ({ signal }) => api.documents.get(entityRef, { signal }),
    every: INTERVAL_MS,
  });
  switch (reading.status) {
    case 'loading':
      return { kind: 'loading' };
    case 'failed': {
      const { error, retry, isRetrying } = reading;
      return { kind: 'failed', error, retry, retrying: isRetrying };
    }
    default: {
      const { data: state, freshness } = reading;
      const known = { state, freshness, retry: freshness.retry };
      if (state.document) {
        return { kind: 'present', document: state.document, ...known };
      }
      return state.status === 'missing'
        ? { kind: 'missing', ...known }
        : { kind: 'unreadable', ...known };
    }
  }
}

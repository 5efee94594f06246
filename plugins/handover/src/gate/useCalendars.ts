import type { Calendar } from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { handoverApiRef } from '../api';

export type CalendarsState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void }
  | { status: 'ready'; items: Calendar[] };

/** The calendars that apply to an entity, from the organization down. */
export function useCalendars(entityRef: string): CalendarsState {
  const api = useApi(handoverApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    () => api.gate.getCalendars(entityRef),
    [api, entityRef],
  );
  if (loading) {
    return { status: 'loading' };
  }
  return error || !value
    ? { status: 'failed', error: error ?? new Error('No answer'), retry }
    : { status: 'ready', items: value.items };
}

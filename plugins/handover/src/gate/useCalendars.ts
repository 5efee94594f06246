import type { Calendar } from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';
import { type Reading, useReading } from '../components';

/** Calendars change seldom. */
const INTERVAL_MS = 15 * 60_000;

/** The calendars that apply to an entity, from the organization down. */
export function useCalendars(entityRef: string): Reading<Calendar[]> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['gate', entityRef, 'calendars'],
    read: async ({ signal }) => {
      const { items } = await api.gate.getCalendars(entityRef, { signal });
      return items;
    },
    every: INTERVAL_MS,
  });
}

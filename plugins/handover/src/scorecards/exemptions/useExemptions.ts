import type {
  ExemptionPage,
  ListExemptionsQuery,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../api';
import { type Reading, useReading } from '../../components';

const INTERVAL_MS = 60_000;
/** More than an entity or a screen of the fleet page has; the API gives no more. */
export const MAX_EXEMPTIONS = 500;

/** The beginning of the keys of all readings of exemptions. */
export const EXEMPTIONS_KEY = ['exemptions'];

/** The exemptions that match, as far as they fit on a page. */
export function useExemptionPage(
  query: ListExemptionsQuery,
): Reading<ExemptionPage> {
  const api = useApi(handoverApiRef);
  return useReading<ExemptionPage>({
    key: [...EXEMPTIONS_KEY, query],
    read: ({ signal }) =>
      api.exemptions.list({ ...query, limit: MAX_EXEMPTIONS }, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}

/** What is requested and in force for an entity. */
export function useOpenExemptions(entityRef: string): Reading<ExemptionPage> {
  return useExemptionPage({
    entityRef: [entityRef],
    state: ['requested', 'approved'],
  });
}

import type { DocumentFilters } from '@backstage-handover/plugin-handover-common';
import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import {
  type FleetState,
  readFleetState,
  withoutEmpty,
  writeFleetState,
} from './fleetState';

export type FleetStateActions = {
  /** Changes what is shown. The list begins again at its first page. */
  update: (
    change: Partial<Omit<FleetState, 'cursor'>>,
    options?: { replace?: boolean },
  ) => void;
  /** Changes some filters and keeps the others. `undefined` removes one. */
  filter: (change: DocumentFilters, options?: { replace?: boolean }) => void;
  /** The address of the page with a change. */
  hrefOf: (change: Partial<Omit<FleetState, 'cursor'>>) => string;
  goToFirst: () => void;
  /** Goes to the page that begins at a cursor. */
  goToNext: (cursor: string) => void;
  /** Absent on the first page, and on a page that was opened by its address. */
  goToPrevious?: () => void;
  /** The number of the page from 1; absent if it was opened by its address. */
  pageNumber?: number;
};

/** The pages before this one, the first as an empty text. Survives a reload. */
type History = { handoverPages?: string[] } | null;

/** What the address says, and how to change it. The browser's Back undoes it. */
export function useFleetState(): [FleetState, FleetStateActions] {
  const { search, state: history } = useLocation();
  const navigate = useNavigate();

  return useMemo(() => {
    const state = readFleetState(new URLSearchParams(search));
    const pages = (history as History)?.handoverPages ?? [];
    const searchOf = (next: FleetState) => `?${writeFleetState(next)}`;
    const goTo = (cursor: string, handoverPages: string[]) =>
      navigate(
        { search: searchOf({ ...state, cursor: cursor || undefined }) },
        { state: { handoverPages } },
      );
    const changed = (change: Partial<Omit<FleetState, 'cursor'>>) =>
      searchOf({
        ...state,
        // A view, also the same one again, begins with its list.
        ...('view' in change && { initiative: undefined, progress: undefined }),
        ...change,
        cursor: undefined,
      });
    const update: FleetStateActions['update'] = (change, options) =>
      navigate({ search: changed(change) }, options);
    const isKnown = !state.cursor || pages.length > 0;
    return [
      state,
      {
        update,
        filter: (change, options) =>
          update(
            { filters: withoutEmpty({ ...state.filters, ...change }) },
            options,
          ),
        hrefOf: changed,
        goToFirst: () => goTo('', []),
        goToNext: cursor => goTo(cursor, [...pages, state.cursor ?? '']),
        ...(pages.length > 0 && {
          goToPrevious: () => goTo(pages[pages.length - 1], pages.slice(0, -1)),
        }),
        ...(isKnown && { pageNumber: pages.length + 1 }),
      },
    ];
  }, [search, history, navigate]);
}

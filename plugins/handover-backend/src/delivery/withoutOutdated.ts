import { EVENTS_PROVIDER, type StoredProviderState } from './store';

/**
 * Leaves out the items of providers that were asked once, and are not any more:
 * nobody knows what happened since. A provider that fails is still asked, and
 * what events said stays.
 */
export function withoutOutdated<T extends { provider: string }>(
  items: readonly T[],
  states: readonly StoredProviderState[],
  options: {
    isAsked: (state: StoredProviderState) => boolean;
    /** Who is asked was read since, or fails. */
    since: Date;
  },
): { items: T[]; outdated: string[] } {
  const current = new Set(
    states
      .filter(
        state =>
          options.isAsked(state) &&
          (state.status === 'failing' ||
            (state.fetchedAt !== undefined &&
              new Date(state.fetchedAt) >= options.since)),
      )
      .map(({ id }) => id),
  ).add(EVENTS_PROVIDER.id);
  const titles = new Map(states.map(({ id, title }) => [id, title]));
  const outdated = items.filter(({ provider }) => !current.has(provider));
  return {
    items: items.filter(({ provider }) => current.has(provider)),
    outdated: [
      ...new Set(
        outdated.map(({ provider }) => titles.get(provider) ?? provider),
      ),
    ],
  };
}

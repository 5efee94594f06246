import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useMemo, useState } from 'react';
import { isSavedViews, type SavedView } from './SavedView';

const KEY = 'savedViews';

export type SavedViews = {
  /** Undefined until they are loaded. In the order of their names. */
  views?: SavedView[];
  /** Replaces the view of the same name. */
  save: (view: SavedView) => Promise<void>;
  remove: (name: string) => Promise<void>;
};

/**
 * The views that the user has saved, wherever the app stores settings of users:
 * in the browser, or in the user-settings backend.
 */
export function useSavedViews(): SavedViews {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket('handover'), [storage]);
  const [snapshot, setSnapshot] = useState(() =>
    bucket.snapshot<SavedView[]>(KEY),
  );
  useEffect(() => {
    const subscription = bucket
      .observe$<SavedView[]>(KEY)
      .subscribe(next => setSnapshot(next));
    return () => subscription.unsubscribe();
  }, [bucket]);

  // What somebody else has put there is no saved view.
  const stored = isSavedViews(snapshot.value) ? snapshot.value : [];
  const views = snapshot.presence === 'unknown' ? undefined : stored;
  const without = (name: string) => stored.filter(view => view.name !== name);
  return {
    views,
    save: view =>
      bucket.set(
        KEY,
        [...without(view.name), view].sort((a, b) =>
          a.name.localeCompare(b.name),
        ),
      ),
    remove: name => bucket.set(KEY, without(name)),
  };
}

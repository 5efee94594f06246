import type {
  HandoverApi,
  Override,
  OverridePage,
} from '@backstage-handover/plugin-handover-common';
import {
  handoverOverrideApprovePermission,
  handoverOverrideRequestPermission,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useRef } from 'react';
import { handoverApiRef } from '../../api';
import {
  type Reading,
  type Rights,
  useQueryClient,
  useReading,
  useRights,
  useWrite,
  type Write,
} from '../../components';

/** Somebody else can request or decide while the tab is open. */
const INTERVAL_MS = 30_000;

const KEY = 'overrides';

/** What is requested, scheduled and in force for an entity. */
export function useOpenOverrides(entityRef: string): Reading<OverridePage> {
  const api = useApi(handoverApiRef);
  return useReading<OverridePage>({
    key: [KEY, entityRef],
    read: ({ signal }) =>
      api.overrides.listOf(
        entityRef,
        { state: ['requested', 'scheduled', 'inForce'], limit: 500 },
        { signal },
      ),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}

/** Asks the gate again once somebody approved an override, or ended one. */
export function useGateOf(
  entityRef: string,
  overrides: Reading<OverridePage>,
): void {
  const client = useQueryClient();
  const approved =
    overrides.status === 'ready'
      ? overrides.data.items
          .filter(({ state }) => state !== 'requested')
          .map(({ id, state }) => `${id} ${state}`)
          .join()
      : undefined;
  const last = useRef(approved);
  useEffect(() => {
    if (approved === undefined || approved === last.current) {
      return;
    }
    const isFirst = last.current === undefined;
    last.current = approved;
    if (!isFirst) {
      void client.invalidateQueries({ queryKey: ['gate', entityRef] });
    }
  }, [approved, client, entityRef]);
}

/** What the viewer can do with overrides of an entity. Nothing until it is known. */
export function useOverrideRights(entityRef: string): Rights {
  return useRights(entityRef, {
    request: handoverOverrideRequestPermission,
    approve: handoverOverrideApprovePermission,
  });
}

/** A change of an override that is not made, on its way, or refused. */
export type OverrideWrite = Omit<Write, 'run'> & {
  /** @returns whether it went through. */
  run: (
    change: (overrides: HandoverApi['overrides']) => Promise<Override>,
  ) => Promise<boolean>;
};

/** Changes an override, and has everything read again that shows it. */
export function useOverrideWrite(entityRef: string): OverrideWrite {
  const api = useApi(handoverApiRef);
  const client = useQueryClient();
  const { isRunning, error, run } = useWrite();
  return {
    isRunning,
    error,
    run: change =>
      run(async () => {
        await change(api.overrides);
        await client.invalidateQueries({ queryKey: [KEY, entityRef] });
        void client.invalidateQueries({ queryKey: ['gate', entityRef] });
      }),
  };
}

import type {
  HandoverApi,
  Initiative,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../../api';
import { useQueryClient, useWrite, type Write } from '../../../components';
import { INITIATIVES_KEY } from '../useInitiatives';

/** A change of an initiative that is not made, on its way, or refused. */
export type InitiativeWrite = Omit<Write, 'run'> & {
  /** Whether it was refused because somebody else has changed the initiative. */
  isOutdated: boolean;
  /** @returns whether it went through. */
  run: (
    change: (initiatives: HandoverApi['initiatives']) => Promise<Initiative>,
    onDone?: (initiative: Initiative) => void,
  ) => Promise<boolean>;
};

/** Changes an initiative, and has everything read again that shows one. */
export function useInitiativeWrite(): InitiativeWrite {
  const api = useApi(handoverApiRef);
  const client = useQueryClient();
  const { isRunning, error, run } = useWrite();
  return {
    isRunning,
    error,
    isOutdated: error !== undefined && statusOf(error) === 412,
    run: (change, onDone) =>
      run(async () => {
        const initiative = await change(api.initiatives);
        // Before the rest, which may not be there any more.
        onDone?.(initiative);
        await client.invalidateQueries({ queryKey: INITIATIVES_KEY });
      }),
  };
}

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error ? Number(error.statusCode) : undefined;
}

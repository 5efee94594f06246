import type {
  Exemption,
  HandoverApi,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../api';
import { useQueryClient, useWrite, type Write } from '../../components';
import { EXEMPTIONS_KEY } from './useExemptions';

/** A change of an exemption that is not made, on its way, or refused. */
export type ExemptionAction = Omit<Write, 'run'> & {
  /** @returns whether it went through. */
  run: (
    change: (exemptions: HandoverApi['exemptions']) => Promise<Exemption>,
  ) => Promise<boolean>;
};

/** Changes an exemption, and has everything read again that shows it. */
export function useExemptionAction(): ExemptionAction {
  const api = useApi(handoverApiRef);
  const client = useQueryClient();
  const { isRunning, error, run } = useWrite();
  return {
    isRunning,
    error,
    run: change =>
      run(async () => {
        await change(api.exemptions);
        await client.invalidateQueries({ queryKey: EXEMPTIONS_KEY });
        // Its effect on the result follows soon after.
        void client.invalidateQueries({ queryKey: ['scorecards'] });
      }),
  };
}

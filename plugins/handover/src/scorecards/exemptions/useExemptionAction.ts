import type {
  Exemption,
  HandoverApi,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { handoverApiRef } from '../../api';
import { useQueryClient } from '../../components';
import { EXEMPTIONS_KEY } from './useExemptions';

/** A change of an exemption that is not made, on its way, or refused. */
export type ExemptionAction = {
  isRunning: boolean;
  /** Why the last attempt failed. */
  error?: Error;
  /** @returns whether it went through. */
  run: (
    change: (exemptions: HandoverApi['exemptions']) => Promise<Exemption>,
  ) => Promise<boolean>;
};

/** Changes an exemption, and has everything read again that shows it. */
export function useExemptionAction(): ExemptionAction {
  const api = useApi(handoverApiRef);
  const client = useQueryClient();
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error>();
  return {
    isRunning,
    error,
    async run(change) {
      setRunning(true);
      setError(undefined);
      try {
        await change(api.exemptions);
        await client.invalidateQueries({ queryKey: EXEMPTIONS_KEY });
        // Its effect on the result follows soon after.
        void client.invalidateQueries({ queryKey: ['scorecards'] });
        return true;
      } catch (reason) {
        setError(reason instanceof Error ? reason : new Error(String(reason)));
        return false;
      } finally {
        setRunning(false);
      }
    },
  };
}

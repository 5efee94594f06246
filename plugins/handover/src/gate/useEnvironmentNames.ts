import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { entityEnvironments } from '@backstage-handover/plugin-handover-common/gate';
import { useMemo } from 'react';
import { useEnvironments } from '../environments';

/** The environments that the document declares, then those that only its windows name. */
export function useEnvironmentNames(
  document: HandoverDocument | undefined,
): string[] {
  const environments = useEnvironments();
  return useMemo(
    () =>
      entityEnvironments(environments, {
        documented: document?.environments?.items,
        windows: document?.windows?.items ?? [],
      }),
    [environments, document],
  );
}

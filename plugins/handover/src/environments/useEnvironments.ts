import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

const KEY = 'handover.environments';

/** The environments that the portal knows: their names and aliases. */
export function useEnvironments(): Environments {
  const config = useApi(configApiRef);
  return useMemo(() => {
    const configured = config.getOptional(KEY);
    return configured === undefined
      ? Environments.builtIn()
      : Environments.parse(configured, KEY);
  }, [config]);
}

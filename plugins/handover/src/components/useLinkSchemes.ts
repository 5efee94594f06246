import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { DEFAULT_LINK_SCHEMES } from './safeLinkTarget';

// Schemes that run what they carry. No configuration can allow them.
const NEVER = ['javascript', 'data', 'vbscript', 'blob', 'file'];

/** The schemes that links may have: the default ones and those that configuration adds. */
export function useLinkSchemes(): readonly string[] {
  const config = useApi(configApiRef);
  return useMemo(() => {
    const more = config.getOptionalStringArray('handover.links.schemes') ?? [];
    return [
      ...DEFAULT_LINK_SCHEMES,
      ...more
        .map(scheme => scheme.toLowerCase().replace(/:$/, ''))
        .filter(scheme => !NEVER.includes(scheme)),
    ];
  }, [config]);
}

import { HANDOVER_SEARCH_TYPE } from '@backstage-handover/plugin-handover-common';
import type { SearchResult } from '@backstage/plugin-search-common';

/** Is it a section of a handover that was found? */
export function isHandoverResult(result: SearchResult): boolean {
  return result.type === HANDOVER_SEARCH_TYPE;
}

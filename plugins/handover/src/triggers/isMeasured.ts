import { measuredTriggers } from '@backstage-handover/plugin-handover-common/triggers';
import type { HandoverCellProps } from '../components';

/** Whether the handover has a trigger that can be evaluated. */
export function isMeasured({ state }: HandoverCellProps): boolean {
  return measuredTriggers(state.document).length > 0;
}

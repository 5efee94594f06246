import type { HandoverPanelProps } from '../components';
import { ObservabilityList } from './ObservabilityList';
import { observabilityOf } from './observabilityOf';

/** Every dashboard, log, trace, alert and objective that the handover or the catalog names. */
export function ObservabilityPanel({ entity, state }: HandoverPanelProps) {
  return <ObservabilityList groups={observabilityOf(entity, state.document)} />;
}

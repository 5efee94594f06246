import type { HandoverCellProps } from '../components';
import { TriggerSummary } from '../triggers/TriggerSummary';
import { UnlessSuspected } from './UnlessSuspected';

/** The summary of triggers, which doesn't repeat the suspected change. */
export function IncidentTriggers(props: HandoverCellProps) {
  return (
    <TriggerSummary
      {...props}
      showChange={(watch, sentence) => (
        <UnlessSuspected {...props} change={watch}>
          {sentence}
        </UnlessSuspected>
      )}
    />
  );
}

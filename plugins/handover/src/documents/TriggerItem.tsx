import {
  type RollbackTrigger,
  triggerText,
} from '@backstage-handover/plugin-handover-common/documents';
import { lazy, Suspense } from 'react';
import { Markdown } from '../components';

// Few handovers have one, and the first paint does not need it.
const TriggerMeasure = lazy(() =>
  import('./TriggerMeasure').then(each => ({ default: each.TriggerMeasure })),
);

/** When to roll back, with the query that measures it if there is one. */
export function TriggerItem({ trigger }: { trigger: RollbackTrigger }) {
  return (
    <>
      <Markdown content={triggerText(trigger)} />
      {typeof trigger === 'object' && trigger.query !== undefined && (
        <Suspense fallback={null}>
          <TriggerMeasure trigger={{ ...trigger, query: trigger.query }} />
        </Suspense>
      )}
    </>
  );
}

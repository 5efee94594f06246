import { lazy, Suspense } from 'react';
import { HealthPlaceholder } from './HealthPlaceholder';
import type { HealthSummaryProps } from './HealthSummary';
import { loadPanels } from './loadPanels';

const HealthSummary = lazy(() =>
  loadPanels().then(each => ({ default: each.HealthSummary })),
);

/** What is wrong now; its code is loaded where it is shown. */
export function EntityHealth(props: HealthSummaryProps) {
  return (
    <Suspense fallback={<HealthPlaceholder />}>
      <HealthSummary {...props} />
    </Suspense>
  );
}

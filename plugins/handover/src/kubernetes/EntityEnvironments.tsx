import { lazy, Suspense } from 'react';
import type { EnvironmentReadingsProps } from './EnvironmentReadings';
import { loadPanels } from './loadPanels';

const EnvironmentReadings = lazy(() =>
  loadPanels().then(each => ({ default: each.EnvironmentReadings })),
);

/**
 * Hands on what runs and fails in each environment, for rooms that join it with
 * something else. The code that reads it is loaded once for all of them.
 */
export function EntityEnvironments(props: EnvironmentReadingsProps) {
  return (
    <Suspense fallback={props.otherwise ?? null}>
      <EnvironmentReadings {...props} />
    </Suspense>
  );
}

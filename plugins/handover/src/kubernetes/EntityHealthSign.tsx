import { lazy, Suspense } from 'react';
import type { HealthSignProps } from './HealthSign';
import { isInKubernetes } from '@backstage-handover/plugin-handover-common/kubernetes';
import { loadPanels } from './loadPanels';

const HealthSign = lazy(() =>
  loadPanels().then(each => ({ default: each.HealthSign })),
);

/** How the service is now, in two words. Nothing if it isn't in Kubernetes. */
export function EntityHealthSign(props: HealthSignProps) {
  return isInKubernetes(props.entity) ? (
    <Suspense fallback={null}>
      <HealthSign {...props} />
    </Suspense>
  ) : null;
}

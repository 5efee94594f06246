import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import type * as Panels from './lazyPanels';
import { useKubernetesReading } from './KubernetesProvider';

export { KubernetesProvider } from './KubernetesProvider';

// One part of the program, loaded where there is something to show.
const Environments = lazy(() =>
  import('./lazyPanels').then(each => ({
    default: each.KubernetesEnvironments,
  })),
);
const Incident = lazy(() =>
  import('./lazyPanels').then(each => ({ default: each.KubernetesIncident })),
);
const Objects = lazy(() =>
  import('./lazyPanels').then(each => ({ default: each.KubernetesObjects })),
);
const Rollback = lazy(() =>
  import('./lazyPanels').then(each => ({ default: each.KubernetesRollback })),
);

function IfInKubernetes({ children }: { children: ReactNode }) {
  const { status } = useKubernetesReading();
  return status === 'absent' ? null : (
    <Suspense fallback={null}>{children}</Suspense>
  );
}

/** What runs, by environment. */
export function KubernetesEnvironments(
  props: ComponentProps<typeof Panels.KubernetesEnvironments>,
) {
  return (
    <IfInKubernetes>
      <Environments {...props} />
    </IfInKubernetes>
  );
}

/** What fails now, as a section of its own. */
export function KubernetesIncident(
  props: ComponentProps<typeof Panels.KubernetesIncident>,
) {
  return (
    <IfInKubernetes>
      <Incident {...props} />
    </IfInKubernetes>
  );
}

/** The state of the Kubernetes objects that a text names. */
export function KubernetesObjects(
  props: ComponentProps<typeof Panels.KubernetesObjects>,
) {
  return (
    <IfInKubernetes>
      <Objects {...props} />
    </IfInKubernetes>
  );
}

/** What each workload goes back to. */
export function KubernetesRollback(
  props: ComponentProps<typeof Panels.KubernetesRollback>,
) {
  return (
    <IfInKubernetes>
      <Rollback {...props} />
    </IfInKubernetes>
  );
}

import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import type * as Panels from './LivePanels';
import { useLiveReading } from './LiveWorkloads';

export { LiveWorkloads } from './LiveWorkloads';

// One part of the program, loaded where there is something to show.
const Environments = lazy(() =>
  import('./LivePanels').then(each => ({ default: each.LiveEnvironments })),
);
const Incident = lazy(() =>
  import('./LivePanels').then(each => ({ default: each.LiveIncident })),
);
const Objects = lazy(() =>
  import('./LivePanels').then(each => ({ default: each.LiveObjects })),
);
const Rollback = lazy(() =>
  import('./LivePanels').then(each => ({ default: each.LiveRollback })),
);

function IfLive({ children }: { children: ReactNode }) {
  const { status } = useLiveReading();
  return status === 'absent' ? null : (
    <Suspense fallback={null}>{children}</Suspense>
  );
}

/** What runs, by environment. */
export function LiveEnvironments(
  props: ComponentProps<typeof Panels.LiveEnvironments>,
) {
  return (
    <IfLive>
      <Environments {...props} />
    </IfLive>
  );
}

/** What fails now, as a section of its own. */
export function LiveIncident(
  props: ComponentProps<typeof Panels.LiveIncident>,
) {
  return (
    <IfLive>
      <Incident {...props} />
    </IfLive>
  );
}

/** The state of the Kubernetes objects that a text names. */
export function LiveObjects(props: ComponentProps<typeof Panels.LiveObjects>) {
  return (
    <IfLive>
      <Objects {...props} />
    </IfLive>
  );
}

/** What each workload goes back to. */
export function LiveRollback(
  props: ComponentProps<typeof Panels.LiveRollback>,
) {
  return (
    <IfLive>
      <Rollback {...props} />
    </IfLive>
  );
}

import type { Entity } from '@backstage/catalog-model';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useState,
} from 'react';
import { isInKubernetes } from './isInKubernetes';
import type { LiveReading } from './types';

// The tab answers before Kubernetes does.
const LiveReader = lazy(() =>
  import('./LiveReader').then(module => ({ default: module.LiveReader })),
);

const LiveContext = createContext<LiveReading>({ status: 'absent' });

/** Has what runs of an entity read for everything in it that shows it. */
export function LiveWorkloads({
  entity,
  children,
}: {
  entity: Entity;
  children: ReactNode;
}) {
  const isLive = isInKubernetes(entity);
  const [reading, setReading] = useState<LiveReading>(
    isLive ? { status: 'reading' } : { status: 'absent' },
  );
  return (
    <LiveContext.Provider value={reading}>
      {isLive && (
        <Suspense fallback={null}>
          <LiveReader entity={entity} onReading={setReading} />
        </Suspense>
      )}
      {children}
    </LiveContext.Provider>
  );
}

/** What runs, as far as it is known. */
export function useLiveReading(): LiveReading {
  return useContext(LiveContext);
}

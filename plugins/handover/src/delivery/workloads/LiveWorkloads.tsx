import type { Entity } from '@backstage/catalog-model';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useState,
} from 'react';
import { isInKubernetes } from './isInKubernetes';
import type { LiveReading } from './types';

// The tab answers before Kubernetes does.
const LiveReader = lazy(() =>
  import('./LiveReader').then(module => ({ default: module.LiveReader })),
);

const LiveContext = createContext<LiveReading>({ status: 'absent' });
/** Kinds that are read because a text names one. It grows without a render. */
const NamedContext = createContext(new Set<string>());

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
  const [named] = useState(() => new Set<string>());
  return (
    <LiveContext.Provider value={reading}>
      {isLive && (
        <Suspense fallback={null}>
          <LiveReader entity={entity} named={named} onReading={setReading} />
        </Suspense>
      )}
      <NamedContext.Provider value={named}>{children}</NamedContext.Provider>
    </LiveContext.Provider>
  );
}

/** What runs, as far as it is known. */
export function useLiveReading(): LiveReading {
  return useContext(LiveContext);
}

/** Has kinds read that are not always, from the next reading on. */
export function useNamedKinds(kinds: readonly string[]): void {
  const named = useContext(NamedContext);
  useEffect(() => kinds.forEach(kind => named.add(kind)), [kinds, named]);
}

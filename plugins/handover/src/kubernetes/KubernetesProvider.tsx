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
import type { KubernetesReading } from './types';

// The tab answers before Kubernetes does.
const KubernetesReader = lazy(() =>
  import('./KubernetesReader').then(module => ({
    default: module.KubernetesReader,
  })),
);

const KubernetesContext = createContext<KubernetesReading>({
  status: 'absent',
});

/** Has what runs of an entity read for everything in it that shows it. */
export function KubernetesProvider({
  entity,
  children,
}: {
  entity: Entity;
  children: ReactNode;
}) {
  const isRead = isInKubernetes(entity);
  const [reading, setReading] = useState<KubernetesReading>(
    isRead ? { status: 'reading' } : { status: 'absent' },
  );
  return (
    <KubernetesContext.Provider value={reading}>
      {isRead && (
        <Suspense fallback={null}>
          <KubernetesReader entity={entity} onReading={setReading} />
        </Suspense>
      )}
      {children}
    </KubernetesContext.Provider>
  );
}

/** What runs, as far as it is known. */
export function useKubernetesReading(): KubernetesReading {
  return useContext(KubernetesContext);
}

import type { Entity } from '@backstage/catalog-model';

export const KUBERNETES_ID = 'backstage.io/kubernetes-id';
export const LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';

/** Does the entity say how to find it in Kubernetes? */
export function isInKubernetes({ metadata }: Entity): boolean {
  return [KUBERNETES_ID, LABEL_SELECTOR].some(
    key => metadata.annotations?.[key],
  );
}

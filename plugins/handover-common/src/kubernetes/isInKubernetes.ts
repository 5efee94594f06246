/**
 * The annotation whose value the objects of an entity have as a label.
 *
 * @alpha
 */
export const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/**
 * The annotation with a label selector for the objects of an entity.
 *
 * @alpha
 */
export const LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';

/**
 * The annotations that say which objects the Kubernetes plugin reads, and where.
 *
 * @alpha
 */
export const KUBERNETES_ANNOTATIONS = [
  KUBERNETES_ID,
  LABEL_SELECTOR,
  'backstage.io/kubernetes-namespace',
  'backstage.io/kubernetes-cluster',
] as const;

/**
 * Does the entity say how to find it in Kubernetes?
 *
 * @alpha
 */
export function isInKubernetes(entity: {
  metadata: { annotations?: { [name: string]: string } };
}): boolean {
  const { annotations } = entity.metadata;
  return [KUBERNETES_ID, LABEL_SELECTOR].some(key => annotations?.[key]);
}

import type { ObjectMeta } from './objects';
import type { WorkloadManager } from './types';

/**
 * What manages an object, by the labels and annotations that Helm and Argo CD
 * put on what they make. Argo CD goes first: it renders Helm's charts itself,
 * and then there is no release to roll back.
 *
 * @see https://helm.sh/docs/chart_best_practices/labels/
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 */
export function managerOf(
  metadata: ObjectMeta | undefined,
): WorkloadManager | undefined {
  const { labels = {}, annotations = {} } = metadata ?? {};
  // `application:group/kind:namespace/name`
  const tracked =
    annotations['argocd.argoproj.io/tracking-id']?.split(':')[0] ||
    labels['argocd.argoproj.io/instance'];
  if (tracked) {
    return { kind: 'argocd', application: tracked };
  }
  const release = annotations['meta.helm.sh/release-name'];
  if (release) {
    const namespace = annotations['meta.helm.sh/release-namespace'];
    return { kind: 'helm', release, ...(namespace ? { namespace } : {}) };
  }
  return undefined;
}

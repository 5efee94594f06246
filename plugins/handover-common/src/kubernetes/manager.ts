import type { ObjectMeta } from './objects';
import type { HelmRelease, WorkloadManager } from './types';

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
const INSTANCE = 'argocd.argoproj.io/instance';

/** Whoever reconciles with Flux can leave out a single object. */
const FLUX_RECONCILE = 'kustomize.toolkit.fluxcd.io/reconcile';

const FLUX_RESOURCES = [
  { resource: 'helmrelease', prefix: 'helm.toolkit.fluxcd.io' },
  { resource: 'kustomization', prefix: 'kustomize.toolkit.fluxcd.io' },
] as const;

/**
 * What manages an object, by the labels and annotations that Argo CD, Flux and
 * Helm put on what they make. Argo CD and Flux go before Helm: Argo CD renders
 * charts itself, so there is no release to roll back, and Flux upgrades the
 * release again.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 * @see https://helm.sh/docs/chart_best_practices/labels/
 */
export function managerOf(
  kind: string,
  metadata: ObjectMeta | undefined,
): WorkloadManager | undefined {
  return (
    argoCdOf(kind, metadata) ?? fluxOf(metadata) ?? managingRelease(metadata)
  );
}

function argoCdOf(
  kind: string,
  metadata: ObjectMeta | undefined,
): WorkloadManager | undefined {
  const instance =
    trackedBy(kind, metadata) || metadata?.labels?.[INSTANCE] || undefined;
  if (!instance) {
    return undefined;
  }
  // An Application outside Argo CD's namespace is tracked as `namespace_name`.
  // Neither part can hold an underscore.
  const separator = instance.indexOf('_');
  return separator < 0
    ? { kind: 'argocd', application: instance }
    : {
        kind: 'argocd',
        application: instance.slice(separator + 1),
        namespace: instance.slice(0, separator),
      };
}

/**
 * The application of a tracking id, `application:group/kind:namespace/name`.
 * Argo CD ignores an id that names another object: whoever made this one has
 * copied the annotation.
 */
function trackedBy(
  kind: string,
  metadata: ObjectMeta | undefined,
): string | undefined {
  const [application, type = '', object = ''] =
    metadata?.annotations?.[TRACKING_ID]?.split(':') ?? [];
  const isOwn =
    type.split('/').at(-1) === kind &&
    object === `${metadata?.namespace ?? ''}/${metadata?.name}`;
  return isOwn ? application : undefined;
}

function fluxOf(metadata: ObjectMeta | undefined): WorkloadManager | undefined {
  const { labels = {}, annotations = {} } = metadata ?? {};
  const helm = releaseOf(metadata);
  for (const { resource, prefix } of FLUX_RESOURCES) {
    const name = labels[`${prefix}/name`];
    const namespace = labels[`${prefix}/namespace`];
    const isLeftOut =
      resource === 'kustomization' &&
      annotations[FLUX_RECONCILE] === 'disabled';
    if (name && namespace && !isLeftOut) {
      return {
        kind: 'flux',
        resource,
        name,
        namespace,
        ...(resource === 'helmrelease' && helm ? { helm } : {}),
      };
    }
  }
  return undefined;
}

function managingRelease(
  metadata: ObjectMeta | undefined,
): WorkloadManager | undefined {
  const release = releaseOf(metadata);
  return release && { kind: 'helm', ...release };
}

/**
 * Helm itself sets these. The label `managed-by` doesn't count, because `helm
 * template` sets it too.
 */
function releaseOf(metadata: ObjectMeta | undefined): HelmRelease | undefined {
  const { annotations = {} } = metadata ?? {};
  const release = annotations['meta.helm.sh/release-name'];
  const namespace = annotations['meta.helm.sh/release-namespace'];
  return release ? { release, ...(namespace ? { namespace } : {}) } : undefined;
}

import {
  type KubernetesObjects,
  withoutValues,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { ObjectsByEntityResponse } from '@backstage/plugin-kubernetes-common';
import { KINDS } from './kinds';
import type { ClusterFailure, ClusterObjects, Cluster } from './types';

type Item = ObjectsByEntityResponse['items'][number];
type Failed = Item['errors'][number];

/**
 * What the Kubernetes plugin found in all clusters. A cluster in which nothing
 * was found and nothing failed is not in its answer.
 */
export function toClusterObjects(
  { items }: ObjectsByEntityResponse,
  clusters: readonly Cluster[],
): ClusterObjects[] {
  const byName = new Map(items.map(item => [item.cluster.name, item]));
  return clusters.map(cluster => {
    const item = byName.get(cluster.name);
    if (!item) {
      return { cluster, objects: nothing(), unread: [] };
    }
    const objects = objectsOf(item);
    const failed = item.errors.filter(each => isOfInterest(pathOf(each)));
    const failure = wholeFailure(item, failed);
    return {
      cluster,
      objects,
      ...(failure ? { failure } : {}),
      unread: failure
        ? []
        : [...new Set(failed.map(each => pluralOf(pathOf(each))))],
    };
  });
}

/** Undefined as long as anything could be read. */
function wholeFailure(
  item: Item,
  failed: Failed[],
): ClusterFailure | undefined {
  const [first] = failed;
  const hasAnswered = item.resources.some(
    ({ type, resources }) => type !== 'configmaps' && resources.length > 0,
  );
  const isWhole =
    item.errors.some(({ errorType }) => errorType === 'FETCH_ERROR') ||
    failed.some(each => pluralOf(pathOf(each)) === 'pods');
  return first && isWhole && !hasAnswered ? failureOf(first) : undefined;
}

function failureOf(failed: Failed): ClusterFailure {
  const message = 'message' in failed ? failed.message : undefined;
  const statusCode = 'statusCode' in failed ? failed.statusCode : undefined;
  return { ...failureOfStatus(statusCode), message };
}

/** What the status of an answer means; without one there was no answer. */
export function failureOfStatus(status: number | undefined): ClusterFailure {
  if (status === 401) {
    return { reason: 'unauthorized' };
  }
  return { reason: status === 403 ? 'forbidden' : 'unreachable' };
}

/**
 * Metrics are not shown. Of what is only shown where a text names it, that text
 * says what could not be read.
 */
function isOfInterest(path: string | undefined): boolean {
  return (
    path === undefined ||
    KINDS.some(({ plural, isAside }) => !isAside && plural === pluralOf(path))
  );
}

/** A cluster that did not answer at all has no path. */
function pathOf(failed: Failed): string | undefined {
  return 'resourcePath' in failed ? failed.resourcePath : undefined;
}

function pluralOf(path: string | undefined): string {
  return path?.split('?')[0].split('/').pop() ?? '';
}

function nothing(): KubernetesObjects {
  return Object.fromEntries(KINDS.map(({ key }) => [key, []]));
}

/** A kind that the plugin was not configured to read is not in its answer. */
function objectsOf({ resources }: Item): KubernetesObjects {
  const found: Record<string, unknown[]> = {};
  for (const { type, resources: list } of resources) {
    const key = KINDS.find(({ plural }) => plural === type)?.key;
    if (key) {
      found[key] = key === 'configMaps' ? list.map(withoutValues) : list;
    } else if (type === 'customresources') {
      const revisions = (list as { kind?: string }[]).filter(
        each => each.kind === 'ControllerRevision',
      );
      if (revisions.length > 0) {
        found.controllerRevisions = revisions;
      }
    }
  }
  return found;
}

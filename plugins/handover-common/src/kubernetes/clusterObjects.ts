import { withoutValues } from './configMaps';
import type { ClusterName } from './environments';
import { READ_KINDS } from './kinds';
import type { KubernetesObjects } from './objects';

/**
 * Why a cluster could not be read.
 *
 * @alpha
 */
export type ClusterFailure = {
  reason: 'unauthorized' | 'forbidden' | 'silent' | 'unreachable';
  message?: string;
};

/**
 * What was read of one cluster.
 *
 * @alpha
 */
export type ClusterObjects = {
  cluster: ClusterName;
  objects: KubernetesObjects;
  /** Undefined if it was read, even if only in part. */
  failure?: ClusterFailure;
  /** Kinds that could not be read while others could, such as `events`. */
  unread: string[];
};

/**
 * What the Kubernetes plugin's backend responds about an entity. Its type is
 * `ObjectsByEntityResponse`, of which this is the part that is read.
 *
 * @alpha
 */
export type ClusterAnswers = {
  items: readonly {
    cluster: { name: string };
    resources: readonly { type: string; resources: readonly object[] }[];
    errors: readonly {
      errorType: string;
      message?: string;
      statusCode?: number;
      resourcePath?: string;
    }[];
  }[];
};

type Item = ClusterAnswers['items'][number];
type Failed = Item['errors'][number];

/**
 * What the Kubernetes plugin found in all clusters. A cluster in which nothing
 * was found and nothing failed is not in its answer.
 *
 * @alpha
 */
export function toClusterObjects(
  { items }: ClusterAnswers,
  clusters: readonly ClusterName[],
): ClusterObjects[] {
  const byName = new Map(items.map(item => [item.cluster.name, item]));
  return clusters.map(cluster => {
    const item = byName.get(cluster.name);
    if (!item) {
      return { cluster, objects: nothing(), unread: [] };
    }
    const objects = objectsOf(item);
    const failed = item.errors.filter(each => isOfInterest(each.resourcePath));
    const failure = wholeFailure(item, failed);
    return {
      cluster,
      objects,
      ...(failure ? { failure } : {}),
      unread: failure
        ? []
        : [...new Set(failed.map(each => pluralOf(each.resourcePath)))],
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
    failed.some(each => pluralOf(each.resourcePath) === 'pods');
  return first && isWhole && !hasAnswered ? failureOf(first) : undefined;
}

function failureOf(failed: Failed): ClusterFailure {
  const { message, statusCode } = failed;
  return { ...failureOfStatus(statusCode), message };
}

/**
 * What the status of an answer means; without one there was no answer.
 *
 * @alpha
 */
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
  // A cluster that did not answer at all has no path.
  return (
    path === undefined ||
    (!path.startsWith('/apis/metrics.k8s.io/') &&
      READ_KINDS.some(
        ({ plural, isAside }) => !isAside && plural === pluralOf(path),
      ))
  );
}

function pluralOf(path: string | undefined): string {
  return path?.split('?')[0].split('/').pop() ?? '';
}

function nothing(): KubernetesObjects {
  return Object.fromEntries(READ_KINDS.map(({ key }) => [key, []]));
}

/** A kind that the plugin was not configured to read is not in its answer. */
function objectsOf({ resources }: Item): KubernetesObjects {
  const found: Record<string, unknown[]> = {};
  for (const { type, resources: list } of resources) {
    const key = READ_KINDS.find(({ plural }) => plural === type)?.key;
    if (key) {
      found[key] = key === 'configMaps' ? list.map(withoutValues) : [...list];
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

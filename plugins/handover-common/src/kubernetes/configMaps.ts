import type { KubernetesConfigMap, ObjectMeta } from './objects';

/**
 * A ConfigMap as Kubernetes returns it, with its values.
 *
 * @alpha
 */
export type WholeConfigMap = {
  metadata?: ObjectMeta;
  data?: object | null;
  binaryData?: object | null;
};

/**
 * Reduces a ConfigMap to its number of keys, without values or annotations,
 * because `kubectl apply` repeats all values in an annotation.
 *
 * @alpha
 */
export function withoutValues({
  metadata,
  data,
  binaryData,
}: WholeConfigMap): KubernetesConfigMap {
  return {
    metadata: identityOf(metadata),
    keys: Object.keys(data ?? {}).length + Object.keys(binaryData ?? {}).length,
  };
}

/**
 * Reads ConfigMaps from the table that `kubectl get` prints. It contains the
 * number of keys, but no values.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
 *
 * @alpha
 */
export function configMapsOfTable(table: {
  columnDefinitions?: { name?: string }[];
  rows?: { cells?: unknown[]; object?: { metadata?: ObjectMeta } }[];
}): KubernetesConfigMap[] {
  const data = (table.columnDefinitions ?? []).findIndex(
    ({ name }) => name === 'Data',
  );
  return (table.rows ?? []).map(({ cells, object }) => {
    const keys = cells?.[data];
    return {
      metadata: identityOf(object?.metadata),
      ...(typeof keys === 'number' ? { keys } : {}),
    };
  });
}

function identityOf({
  name,
  namespace,
  creationTimestamp,
}: ObjectMeta = {}): KubernetesConfigMap['metadata'] {
  return { name, namespace, creationTimestamp };
}

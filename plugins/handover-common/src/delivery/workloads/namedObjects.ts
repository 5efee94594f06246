/** Kinds that a handover may name, with the short names that kubectl knows. */
const KINDS: { [kind: string]: string[] } = {
  Deployment: ['deploy', 'deployments'],
  StatefulSet: ['sts', 'statefulsets'],
  DaemonSet: ['ds', 'daemonsets'],
  ReplicaSet: ['rs', 'replicasets'],
  CronJob: ['cj', 'cronjobs'],
  Job: ['jobs'],
  Pod: ['po', 'pods'],
  HorizontalPodAutoscaler: ['hpa', 'horizontalpodautoscalers'],
  Ingress: ['ing', 'ingresses'],
  Service: ['svc', 'services'],
  ConfigMap: ['cm', 'configmaps'],
  Secret: ['secrets'],
  PersistentVolumeClaim: ['pvc', 'persistentvolumeclaims'],
  Namespace: ['ns', 'namespaces'],
  NetworkPolicy: ['netpol', 'networkpolicies'],
};

const KIND_BY_NAME = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) =>
    [kind.toLowerCase(), ...names].map(name => [name, kind] as const),
  ),
);

/** A Kubernetes object that a text names. */
export type NamedObject = { kind: string; name: string };

/** Names of objects are DNS subdomains (RFC 1123). */
const NAMED =
  /(?<![\w./-])([A-Za-z]{2,30})(?:\.[a-z0-9.]+)?\/([a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?)(?![\w/-])/g;

/**
 * The objects that a text names as `Kind/name`, in the words of Kubernetes or
 * kubectl: `HorizontalPodAutoscaler/orders`, `hpa/orders`,
 * `deployment.apps/orders`. Each once, in the order of the text.
 */
export function namedObjects(text: string): NamedObject[] {
  const found = new Map<string, NamedObject>();
  for (const [, word, name] of text.matchAll(NAMED)) {
    const kind = KIND_BY_NAME.get(word.toLowerCase());
    if (kind) {
      found.set(`${kind}/${name}`, { kind, name });
    }
  }
  return [...found.values()];
}

/** The kind that kubectl means by a word, `sts` for example. */
export function kindOf(word: string): string | undefined {
  return KIND_BY_NAME.get(word.split('.')[0].toLowerCase());
}

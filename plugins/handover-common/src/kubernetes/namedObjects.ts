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
  // Not kubectl's `quota` and `limits`: "raise limits/requests" names nothing.
  ResourceQuota: ['resourcequotas'],
  LimitRange: ['limitranges'],
  PodDisruptionBudget: ['pdb', 'poddisruptionbudgets'],
  PersistentVolume: ['pv', 'persistentvolumes'],
  ServiceAccount: ['sa', 'serviceaccounts'],
};

/** Kinds that are words of plain language, too: "secrets/passwords", "ingress/egress". */
const PLAIN_WORDS = new Set(
  [
    'Deployment',
    'Job',
    'Pod',
    'Ingress',
    'Service',
    'Secret',
    'Namespace',
  ].flatMap(kind => [
    kind.toLowerCase(),
    // The last of its names is the plural.
    KINDS[kind][KINDS[kind].length - 1],
  ]),
);

const KIND_BY_NAME = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) =>
    [kind.toLowerCase(), ...names].map(name => [name, kind] as const),
  ),
);

/**
 * A Kubernetes object that a text names.
 *
 * @alpha
 */
export type NamedObject = {
  kind: string;
  name: string;
  /** Whether it could be ordinary words. It names an object only if the object exists. */
  isGuess?: true;
};

/** Names of objects are DNS subdomains (RFC 1123). */
const NAMED =
  /(?<![\w./-])([A-Za-z]{2,30})(\.[a-z0-9.]+)?\/([a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?)(?![\w/-])/g;

/**
 * Finds the objects that a text names as `Kind/name`, as Kubernetes or kubectl
 * write them: `HorizontalPodAutoscaler/orders`, `hpa/orders`,
 * `deployment.apps/orders`. Each once, in the order of the text.
 *
 * @alpha
 */
export function namedObjects(text: string): NamedObject[] {
  const found = new Map<string, NamedObject>();
  for (const { 1: word, 2: group, 3: name, index } of text.matchAll(NAMED)) {
    const kind = KIND_BY_NAME.get(word.toLowerCase());
    if (kind) {
      const key = `${kind}/${name}`;
      const isGuess =
        word !== kind &&
        !group &&
        PLAIN_WORDS.has(word.toLowerCase()) &&
        !isInCode(text, index);
      if (!isGuess) {
        found.set(key, { kind, name });
      } else if (!found.has(key)) {
        found.set(key, { kind, name, isGuess });
      }
    }
  }
  return [...found.values()];
}

/** Whether a code span or block of Markdown is open there. */
function isInCode(text: string, index: number): boolean {
  return text.slice(0, index).split('`').length % 2 === 0;
}

/** The kind that kubectl means by a word, `sts` for example. */
export function kindOf(word: string): string | undefined {
  return KIND_BY_NAME.get(word.split('.')[0].toLowerCase());
}

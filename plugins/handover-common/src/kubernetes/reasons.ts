/**
 * What goes wrong with pods, by the reasons that Kubernetes gives. Reasons of
 * one kind are stages of the same trouble: a pod goes back and forth between
 * `ErrImagePull` and `ImagePullBackOff`.
 */
const KINDS: { reasons: string[]; words: RegExp }[] = [
  {
    reasons: ['CrashLoopBackOff', 'BackOff', 'Error', 'StartError'],
    words:
      /crash[\s-]*loop|crash(?:es|ed|ing)\b|restart(?:s|ing)? (?:again|all|loop)|keeps? (?:on )?(?:crashing|restarting)/i,
  },
  {
    reasons: [
      'ImagePullBackOff',
      'ErrImagePull',
      'InvalidImageName',
      'ErrImageNeverPull',
      'RegistryUnavailable',
      'ImageInspectError',
    ],
    words:
      /image[\s-]*pull|pull(?:ing|ed)? (?:of )?(?:the |an? )?image|image (?:is |was )?(?:missing|gone|not found|removed)/i,
  },
  {
    reasons: ['OOMKilled'],
    words: /\boom|out[\s-]of[\s-]memory|memory limit|limit of (?:its )?memory/i,
  },
  {
    reasons: [
      'CreateContainerConfigError',
      'CreateContainerError',
      'RunContainerError',
      'FailedMount',
    ],
    words:
      /container\s*config|config\s*map (?:is )?(?:missing|not found)|(?:secret|config ?map|variable)s? (?:is |are )?(?:missing|not found)|missing (?:secret|config ?map|environment variable)/i,
  },
  {
    reasons: ['Unschedulable', 'FailedScheduling', 'SchedulingGated'],
    words:
      /un-?schedulable|cannot be scheduled|not (?:be )?scheduled|(?:stay|stuck|remain)\w* (?:in )?`?pending|insufficient (?:cpu|memory)|no (?:free |suitable )?nodes?\b/i,
  },
  {
    reasons: [
      'Unhealthy',
      'ContainersNotReady',
      'ReadinessGatesNotReady',
      'ProbeWarning',
    ],
    words:
      /(?:readiness|liveness|startup|health)[\s-]*(?:probe|check)s?|not (?:become |get )?ready|\bunhealthy\b/i,
  },
  {
    reasons: ['Evicted', 'Preempted', 'TerminationByKubelet'],
    words: /evict|disk pressure|memory pressure|node pressure|pre-?empted/i,
  },
  {
    // `Shutdown` and `NodeShutdown` before Kubernetes 1.22.
    reasons: ['Terminated', 'NodeShutdown', 'Shutdown', 'NodeLost'],
    words:
      /node (?:was |is )?(?:shut|lost|gone|down|unreachable)|(?:shut ?down|loss|restart|reboot) of (?:the |a )?node/i,
  },
];

const KIND_BY_REASON = new Map(
  KINDS.flatMap(kind =>
    kind.reasons.map(reason => [reason.toLowerCase(), kind] as const),
  ),
);

/** Whether two reasons mean the same problem, or stages of it. */
export function isSameTrouble(a: string, b: string): boolean {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  const kind = KIND_BY_REASON.get(first);
  return (
    first === second ||
    (kind !== undefined && kind === KIND_BY_REASON.get(second))
  );
}

/** Whether a text describes the problem of this reason. */
export function tellsOf(text: string, reason: string): boolean {
  const kind = KIND_BY_REASON.get(reason.toLowerCase());
  // One word alone, such as `Error`, may mean anything in a sentence.
  const isTelling = /[a-z][A-Z]/.test(reason);
  return (
    (isTelling && text.toLowerCase().includes(reason.toLowerCase())) ||
    (kind !== undefined && kind.words.test(text))
  );
}

/**
 * What a cluster does with what the gate says. `enforce` denies requests, `warn`
 * warns whoever makes them, `audit` only notes it in the audit log of the cluster.
 *
 * @alpha
 */
export type AdmissionMode = 'enforce' | 'warn' | 'audit';

/**
 * What was found out about a request.
 *
 * @alpha
 */
export type AdmissionFinding = {
  /** Whether the gate lets it through. */
  passes: boolean;
  /** Why, in sentences. */
  message: string;
  /** Whether somebody must hear of it even though it passes. */
  isNotable?: boolean;
  /** For the audit log of the cluster. Names have no prefix. */
  annotations: Record<string, string>;
};

/**
 * The answer to a request.
 *
 * @alpha
 */
export type AdmissionAnswer = {
  allowed: boolean;
  /** Why it is denied. */
  message?: string;
  warnings: string[];
  annotations: Record<string, string>;
};

/**
 * Answers as the mode says. A dry run changes nothing, so it is allowed, with a
 * warning that says what would happen.
 *
 * @alpha
 */
export function answerAdmission(
  finding: AdmissionFinding,
  { mode, dryRun }: { mode: AdmissionMode; dryRun: boolean },
): AdmissionAnswer {
  const { passes, message, isNotable, annotations } = finding;
  const isDenied = mode === 'enforce' && !passes;
  const answer = {
    annotations: {
      mode,
      passes: String(passes),
      reason: message,
      ...annotations,
    },
    warnings: [] as string[],
  };
  if (dryRun) {
    return {
      ...answer,
      allowed: true,
      warnings: [
        `Dry run: this change would be ${
          isDenied ? 'denied' : 'allowed'
        }. ${message}`,
      ],
    };
  }
  if (isDenied) {
    return { ...answer, allowed: false, message };
  }
  const isWarned = mode !== 'audit' && (!passes || isNotable);
  return {
    ...answer,
    allowed: true,
    warnings: isWarned ? [message] : [],
  };
}

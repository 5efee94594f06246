import type {
  GateDecision,
  Verdict,
} from '@backstage-handover/plugin-handover-common';
import type { UnreachablePolicy } from './options';

/** A decision, and where it is from. */
export type Decided = {
  decision: GateDecision;
  /** Present if the portal recorded it. */
  recorded?: { id: string };
  /** Present if it was made from calendars that were stored then. */
  cachedAt?: string;
};

/** There is no decision. */
export type Undecided = {
  error: string;
  /** Whether the portal gave no answer, rather than one that is no decision. */
  unreachable: boolean;
};

/** What came of asking. */
export type Answer = Decided | Undecided;

/** What an answer means for the pipeline. */
export type Outcome = {
  answer: Answer;
  verdict: Verdict;
  passes: boolean;
  exitCode: 0 | 1 | 2;
  /** Why it passes without an open gate. */
  warning?: string;
};

/**
 * Decides whether a pipeline may go on. Only an open gate passes, and what
 * somebody configured to pass: an unknown verdict in the portal, an unreachable
 * portal on the command line.
 */
export function outcomeOf(answer: Answer, policy: UnreachablePolicy): Outcome {
  if (!('decision' in answer)) {
    const passes = answer.unreachable && policy === 'pass';
    return {
      answer,
      verdict: 'unknown',
      passes,
      exitCode: passes ? 0 : 2,
      ...(passes && {
        warning: `THE GATE WAS NOT ASKED (${answer.error}). The change passes because of '--unreachable pass'.`,
      }),
    };
  }
  const { decision, cachedAt } = answer;
  const { verdict, environment, onUnknown } = decision;
  if (verdict === 'open') {
    return { answer, verdict, passes: true, exitCode: 0 };
  }
  if (verdict === 'unknown' && onUnknown === 'pass' && cachedAt === undefined) {
    return {
      answer,
      verdict,
      passes: true,
      exitCode: 0,
      warning: `The verdict is unknown. The change passes because '${environment}' is configured to let unknown verdicts pass.`,
    };
  }
  return {
    answer,
    verdict,
    passes: false,
    exitCode: verdict === 'closed' ? 1 : 2,
  };
}

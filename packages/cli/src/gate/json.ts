import { printJson } from '../io/output';
import type { Outcome } from './answer';

/** Prints an outcome for programs. */
export function printOutcomeJson(outcome: Outcome): void {
  const { answer, verdict, passes, warning } = outcome;
  printJson({
    passes,
    verdict,
    ...(warning !== undefined && { warning }),
    ...answer,
  });
}

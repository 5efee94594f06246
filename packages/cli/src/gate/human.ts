import type { FormatTime } from '../io/formatTime';
import { paint, print, printError } from '../io/output';
import type { Outcome } from './answer';
import { describeTimes, tellingReasons, verdictWord } from './describeDecision';
import { plain } from './plain';

/** Prints an outcome for people. */
export function printHuman({ answer }: Outcome, formatTime: FormatTime): void {
  if (!('decision' in answer)) {
    printError(answer.error);
    return;
  }
  const { decision, recorded } = answer;
  const { environment, change, verdict } = decision;
  print(
    [
      `${verdictWord(verdict)}  ${paint(
        'bold',
        plain(environment),
      )}, to ${change}  ${describeTimes(decision, formatTime)}`.trimEnd(),
      ...tellingReasons(decision).map(reason => `  - ${reason}`),
      ...(recorded ? [`  Recorded as ${plain(recorded.id)}`] : []),
    ].join('\n'),
  );
}

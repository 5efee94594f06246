import type { FormatTime } from '../io/formatTime';
import { remark } from '../io/output';
import type { Answer } from './answer';
import { describeTimes, tellingReasons } from './describeDecision';
import { plain } from './plain';

/**
 * Says on standard error why the command waits, and again when the reason
 * changes. Each text is one line that GitHub Actions takes for no command.
 */
export function createWaitNotice(
  formatTime: FormatTime,
): (answer: Answer, waitsUntil: number) => void {
  let said: string | undefined;
  return (answer, waitsUntil) => {
    const text = whyClosed(answer, formatTime);
    if (text === said) {
      return;
    }
    said = text;
    const end = formatTime(new Date(waitsUntil).toISOString());
    remark(
      `Waiting until ${end} at the latest: ${text}${beyond(
        answer,
        waitsUntil,
      )}`,
    );
  };
}

function whyClosed(answer: Answer, formatTime: FormatTime): string {
  if (!('decision' in answer)) {
    return plain(answer.error);
  }
  const { decision } = answer;
  const times = describeTimes(decision, formatTime);
  return [
    `${plain(decision.environment)} is ${decision.verdict}${
      times && ` ${times}`
    }`,
    ...tellingReasons(decision),
  ].join('; ');
}

/** Why it waits although its calendars open the gate too late. */
function beyond(answer: Answer, waitsUntil: number): string {
  if (!('decision' in answer)) {
    return '';
  }
  const { nextOpen } = answer.decision;
  return nextOpen && Date.parse(nextOpen) <= waitsUntil
    ? ''
    : '. The gate does not open by itself before that, but an override can open it';
}

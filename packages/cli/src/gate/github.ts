import { appendFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import { CommandError } from '../io/CommandError';
import type { FormatTime } from '../io/formatTime';
import { githubCommand } from '../io/githubCommand';
import { print } from '../io/output';
import type { Outcome } from './answer';
import { describeTimes, tellingReasons } from './describeDecision';
import { plain } from './plain';

const TITLE = 'Handover gate';

/** Annotates the run, and sets the outputs and the summary of the step. */
export async function reportToGithub(
  outcome: Outcome,
  formatTime: FormatTime,
): Promise<void> {
  const { headline, reasons } = describe(outcome, formatTime);
  const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;
  if (GITHUB_OUTPUT) {
    await append(GITHUB_OUTPUT, outputs(outcome));
  }
  if (GITHUB_STEP_SUMMARY) {
    await append(GITHUB_STEP_SUMMARY, summary(headline, reasons));
  }
  print(
    githubCommand(
      levelOf(outcome),
      { title: TITLE },
      [headline, ...reasons].join('\n'),
    ),
  );
}

function describe(
  { answer, verdict }: Outcome,
  formatTime: FormatTime,
): { headline: string; reasons: string[] } {
  if (!('decision' in answer)) {
    return { headline: `${verdict}: ${answer.error}`, reasons: [] };
  }
  const { decision } = answer;
  const times = describeTimes(decision, formatTime);
  return {
    headline: `${plain(decision.environment)} is ${verdict} to ${
      decision.change
    }${times && ` ${times}`}`,
    reasons: tellingReasons(decision),
  };
}

function levelOf({ passes, warning }: Outcome): string {
  if (!passes) {
    return 'error';
  }
  return warning ? 'warning' : 'notice';
}

/** With delimiters that no value can contain. */
function outputs({ answer, verdict, passes }: Outcome): string {
  const decision = 'decision' in answer ? answer.decision : undefined;
  const recorded = 'decision' in answer ? answer.recorded : undefined;
  const values = {
    verdict,
    passes: String(passes),
    until: decision?.until ?? '',
    'next-open': decision?.nextOpen ?? '',
    'decision-id': plain(recorded?.id ?? ''),
  };
  return Object.entries(values)
    .map(([name, value]) => {
      const delimiter = `handover_${randomUUID()}`;
      return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    })
    .join('');
}

/** What others wrote is only in code spans, where it can format nothing. */
function summary(headline: string, reasons: readonly string[]): string {
  return `${[
    `### ${TITLE}`,
    codeSpan(headline),
    reasons.map(reason => `- ${codeSpan(reason)}`).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

async function append(file: string, text: string): Promise<void> {
  try {
    await appendFile(file, text);
  } catch (error) {
    throw new CommandError(
      `cannot write '${file}': ${(error as Error).message}`,
    );
  }
}

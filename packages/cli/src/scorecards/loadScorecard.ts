import { formatProblem } from '@backstage-handover/plugin-handover-common/documents';
import type { Problem } from '@backstage-handover/plugin-handover-common';
import {
  type CompiledScorecard,
  factSchema,
  parseScorecard,
} from '@backstage-handover/plugin-handover-common/scorecards';
import { CommandError } from '../io/CommandError';
import { displayName } from '../io/names';
import { readText, STDIN } from '../io/readText';

/**
 * Reads a valid scorecard, over the facts that come with Handover. Throws a
 * CommandError that lists the problems of an invalid one.
 */
export async function loadScorecard(file: string): Promise<CompiledScorecard> {
  const { scorecard, problems } = parseScorecard(
    await readText(file),
    factSchema(),
  );
  if (!scorecard) {
    throw invalidScorecard(file, problems);
  }
  return scorecard;
}

/** What is wrong with a scorecard, for whoever wrote it. */
export function invalidScorecard(
  file: string,
  problems: readonly Problem[],
): CommandError {
  const name = displayName(file);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return new CommandError(
    [
      `'${name}' is not a valid scorecard`,
      ...errors.map(problem => `  ${formatProblem(name, problem)}`),
    ].join('\n'),
    file === STDIN ? {} : { hint: `See 'handover lint ${file}'.` },
  );
}

import { orderedProblems, toProblem } from '../documents/problemList';
import type { Problem } from '../documents/types';
import { normalizeText, positionIn, readYaml } from '../documents/yaml';
import {
  type CompiledScorecard,
  type ScorecardFinding,
  compileScorecard,
} from './compileScorecard';
import type { FactSchema } from './facts/FactSchema';
import type { ScorecardInput } from './schema';

/**
 * A scorecard and its problems. There is no scorecard if any problem is an error.
 *
 * @alpha
 */
export type ParsedScorecard = {
  scorecard?: CompiledScorecard;
  /** The same as it is written. */
  definition?: ScorecardInput;
  /** In the order of their lines. */
  problems: Problem[];
};

/**
 * Parses a scorecard written in YAML. Reports all problems at once, each with
 * its path, line and column, also inside conditions. Never throws for bad input.
 *
 * @param facts - that conditions may name
 *
 * @alpha
 */
export function parseScorecard(
  text: string,
  facts: FactSchema,
): ParsedScorecard {
  const source = readYaml(text);
  if (source.value === undefined) {
    return { problems: orderedProblems(source.problems) };
  }
  const { scorecard, findings } = compileScorecard(source.value, facts);
  const lines = normalizeText(text).split('\n');
  const problems = [
    ...source.problems,
    ...findings.map(finding => {
      const problem = toProblem(finding, source);
      return { ...problem, ...placeInside(lines, problem, finding) };
    }),
  ];
  const failed = problems.some(({ severity }) => severity === 'error');
  return {
    ...(scorecard &&
      !failed && {
        scorecard,
        // The schema has accepted it.
        definition: source.value as ScorecardInput,
      }),
    problems: orderedProblems(problems),
  };
}

/**
 * Where an offset in a text is, if the file has the text as it is: in one line,
 * or as a block that keeps its lines (`|`). The beginning of the text otherwise.
 */
function placeInside(
  lines: readonly string[],
  { line, column }: Problem,
  { offset = 0, path }: ScorecardFinding,
): { line: number; column: number } | undefined {
  if (offset === 0 || !line || !column || path.length === 0) {
    return undefined;
  }
  const rest = lines[line - 1].slice(column - 1);
  if (/^['"]/.test(rest)) {
    return { line, column: column + 1 + offset };
  }
  if (!/^[|>]/.test(rest)) {
    return { line, column: column + offset };
  }
  const indent = /^ */.exec(lines[line] ?? '')![0].length;
  const block = lines
    .slice(line)
    .map(each => each.slice(indent))
    .join('\n');
  const place = positionIn(block, offset);
  return rest.startsWith('|')
    ? { line: line + place.line, column: indent + place.column }
    : undefined;
}

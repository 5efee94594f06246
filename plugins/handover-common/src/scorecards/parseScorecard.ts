import { parseDefinition } from '../definitions/parseDefinition';
import type { Problem } from '../documents/types';
import { type Position, normalizeText, positionIn } from '../documents/yaml';
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
  const lines = normalizeText(text).split('\n');
  const { compiled, value, problems } = parseDefinition(text, {
    compile: each => {
      const { scorecard, findings } = compileScorecard(each, facts);
      return { compiled: scorecard, findings };
    },
    placeInside: (problem, finding: ScorecardFinding) =>
      placeInside(lines, problem, finding),
  });
  return {
    ...(compiled && {
      scorecard: compiled,
      // The schema has accepted it.
      definition: value as ScorecardInput,
    }),
    problems,
  };
}

/**
 * Where an offset in a condition is, if the file has its text as it is: in one
 * line, or as a block that keeps its lines (`|`). The beginning of the condition
 * otherwise.
 */
function placeInside(
  lines: readonly string[],
  { line, column }: Problem,
  { inside }: ScorecardFinding,
): Position | undefined {
  if (!inside || !line || !column) {
    return undefined;
  }
  const rest = lines[line - 1].slice(column - 1);
  const quote = /^['"]?/.exec(rest)![0].length;
  if (rest.startsWith(inside.text, quote)) {
    return { line, column: column + quote + inside.offset };
  }
  if (!rest.startsWith('|')) {
    return undefined;
  }
  const indent = /^ */.exec(lines[line] ?? '')![0].length;
  const block = lines
    .slice(line)
    .map(each => each.slice(indent))
    .join('\n');
  const place = positionIn(block, inside.offset);
  return block.startsWith(inside.text.trimEnd())
    ? { line: line + place.line, column: indent + place.column }
    : undefined;
}

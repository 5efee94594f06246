import type { Finding } from '../documents/issues';
import { orderedProblems, toProblem } from '../documents/problemList';
import type { SemanticFinding } from '../documents/semantics';
import type { Problem } from '../documents/types';
import { type Position, readYaml } from '../documents/yaml';

/**
 * Parses a definition written in YAML. Reports all problems at once, each with
 * its path, line and column. Never throws for bad input.
 *
 * @param options.compile - Validates the plain value.
 * @param options.placeInside - Where a finding is, if it is somewhere inside the
 *   value at its path.
 */
export function parseDefinition<
  TCompiled,
  TFinding extends Finding | SemanticFinding,
>(
  source: string,
  options: {
    compile: (value: unknown) => { compiled?: TCompiled; findings: TFinding[] };
    placeInside?: (problem: Problem, finding: TFinding) => Position | undefined;
  },
): { compiled?: TCompiled; value?: unknown; problems: Problem[] } {
  const yaml = readYaml(source);
  if (yaml.value === undefined) {
    return { problems: orderedProblems(yaml.problems) };
  }
  const { compiled, findings } = options.compile(yaml.value);
  const problems = [
    ...yaml.problems,
    ...findings.map(finding => {
      const problem = toProblem(finding, yaml);
      return { ...problem, ...options.placeInside?.(problem, finding) };
    }),
  ];
  const failed = problems.some(({ severity }) => severity === 'error');
  return {
    ...(compiled !== undefined && !failed && { compiled, value: yaml.value }),
    problems: orderedProblems(problems),
  };
}

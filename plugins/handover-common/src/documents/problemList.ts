import type { Finding } from './issues';
import { MAX_PROBLEMS } from './limits';
import { formatPath } from './path';
import type { SemanticFinding } from './semantics';
import type { Problem } from './types';
import { andMore, type YamlSource } from './yaml';

/** The problem that a finding is, at its place in the text. */
export function toProblem(
  finding: Finding | SemanticFinding,
  source: YamlSource,
): Problem {
  return {
    path: formatPath(finding.path),
    ...source.locate(finding.path, { key: finding.key }),
    message: finding.message,
    severity: 'severity' in finding ? finding.severity : 'error',
  };
}

/** Puts problems into the order of the text, without repetitions, and bounds how many there are. */
export function orderedProblems(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  const ordered = problems
    .filter(({ path, line, column, message }) => {
      const id = JSON.stringify([path, line, column, message]);
      return !seen.has(id) && seen.add(id);
    })
    .sort(
      (a, b) =>
        (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  if (ordered.length <= MAX_PROBLEMS) {
    return ordered;
  }
  return [
    ...ordered.slice(0, MAX_PROBLEMS),
    andMore(ordered.length - MAX_PROBLEMS),
  ];
}

import type { Problem } from '@backstage-handover/plugin-handover-common';

/** What the check of one file found, or why it could not be read. */
export type FileReport = { file: string } & (
  | { problems: Problem[] }
  | { unreadable: string }
);

/** Writes the problems in one format. */
export type Formatter = (files: readonly FileReport[]) => string;

/** A problem with the file it is in. */
export type FileProblem = Problem & { file: string };

/** All problems, by file and in the order of its text. */
export function problemsOf(files: readonly FileReport[]): FileProblem[] {
  return files.flatMap(each =>
    'problems' in each
      ? each.problems.map(problem => ({ ...problem, file: each.file }))
      : [],
  );
}

/** Files that could not be read, with why. */
export function unreadableOf(
  files: readonly FileReport[],
): { file: string; unreadable: string }[] {
  return files.flatMap(each => ('unreadable' in each ? [each] : []));
}

/** The numbers that decide how the command ends. */
export function summarize(files: readonly FileReport[]) {
  const problems = problemsOf(files);
  return {
    files: files.length,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    unreadable: unreadableOf(files).length,
  };
}

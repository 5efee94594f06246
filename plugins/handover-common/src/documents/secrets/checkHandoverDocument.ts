import { parseHandoverDocument } from '../parse';
import type { ParsedHandover, ParseOptions } from '../parse';
import { scanForSecrets } from './findSecrets';

/**
 * Reads a `handover.yaml` that comes from outside: parses it, and refuses it if
 * it holds a secret. No message and no path that is returned holds the secret.
 *
 * @alpha
 */
export async function checkHandoverDocument(
  text: string,
  options: ParseOptions = {},
): Promise<ParsedHandover> {
  const parsed = parseHandoverDocument(text, options);
  const { problems, redact } = await scanForSecrets(text);
  if (problems.length === 0) {
    return parsed;
  }
  return {
    problems: [
      ...problems,
      ...parsed.problems.map(problem => ({
        ...problem,
        path: redact(problem.path),
        message: redact(problem.message),
      })),
    ].sort(
      (a, b) =>
        (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    ),
  };
}

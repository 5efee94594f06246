import { parseSource, validDocument } from '../parse';
import type { ParsedHandover, ParseOptions } from '../parse';
import { readYaml } from '../yaml';
import { holdsSecret, scanDocument } from './findSecrets';
import { readQuickly } from './readQuickly';

/**
 * Parses a `handover.yaml` from outside, and rejects it if it contains a
 * secret. The returned messages and paths never contain the secret.
 *
 * @alpha
 */
export async function checkHandoverDocument(
  text: string,
  options: ParseOptions = {},
): Promise<ParsedHandover> {
  const quick = await checkQuickly(text, options);
  if (quick) {
    return quick;
  }
  const source = readYaml(text);
  const parsed = parseSource(source, options);
  const { problems, redact } = await scanDocument(text, source);
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

/** Undefined if there is anything to say about the text. */
async function checkQuickly(
  text: string,
  options: ParseOptions,
): Promise<ParsedHandover | undefined> {
  const source = readQuickly(text);
  const document = source && validDocument(source, options);
  return source && document && !(await holdsSecret(text, source.strings))
    ? { document, problems: [] }
    : undefined;
}

import { LineCounter } from 'yaml';
import type { Problem } from '../types';
import { MAX_DOCUMENT_BYTES, MAX_PROBLEMS } from '../limits';
import {
  andMore,
  normalizeText,
  Position,
  readYaml,
  YamlSource,
} from '../yaml';
import { findByMaintainedRules } from './maintainedRules';
import { findByPattern, SecretRange } from './patterns';

/**
 * The text that replaces a secret.
 *
 * @alpha
 */
export const REDACTED = '[redacted]';

type Found = { secret: string; kind: string; position: Position };

/**
 * Finds secrets in a text, such as tokens, passwords and private keys. Returns
 * the position and kind of each, never the secret itself. Comments in the text
 * can't turn the check off. Checks the first 256 Ki characters, which is more
 * than a document can have.
 *
 * @alpha
 */
export async function findSecrets(text: string): Promise<Problem[]> {
  return toProblems(await search(text));
}

/**
 * The secrets of a text, and a function that redacts them in other texts.
 *
 * @alpha
 */
export type SecretScan = {
  problems: Problem[];
  /** Replaces each of the secrets with `[redacted]`. */
  redact(other: string): string;
};

/**
 * Finds secrets, and returns a function that redacts them in messages about the
 * same text.
 *
 * @alpha
 */
export async function scanForSecrets(text: string): Promise<SecretScan> {
  return scanDocument(text);
}

/** The same for a text that was read as YAML already. */
export async function scanDocument(
  text: string,
  source?: YamlSource,
): Promise<SecretScan> {
  const found = await search(text, source);
  // A message may quote a part of what was found: a key up to its colon, say.
  const secrets = found.flatMap(({ secret }) => [
    secret,
    ...secret.split(/[:=@]/).filter(part => part.length >= 6),
  ]);
  return { problems: toProblems(found), redact: redactor(secrets) };
}

/**
 * Whether a text, or one of the texts that it stands for, holds a secret.
 *
 * @param strings - What the document says, in the order of the text.
 */
export async function holdsSecret(
  text: string,
  strings: readonly string[],
): Promise<boolean> {
  const normalized = normalizeText(text);
  // What the text shows as it is, if only line by line, is looked at there.
  let from = 0;
  const isShown = (line: string) => {
    const at = normalized.indexOf(line, from);
    from = at < 0 ? from : at;
    return at >= 0;
  };
  const rewritten = strings.filter(value => !value.split('\n').every(isShown));
  const everything = [normalized, ...rewritten].join('\n\n');
  return (await findRanges(everything)).length > 0;
}

/** What takes the secrets out of some texts; undefined if there are none. */
export async function findInTexts(
  texts: readonly string[],
): Promise<((text: string) => string) | undefined> {
  const joined = texts.join('\n\n');
  const secrets = (await findRanges(joined)).map(({ start, end }) =>
    joined.slice(start, end),
  );
  return secrets.length > 0 ? redactor(secrets) : undefined;
}

/** Longer ones go first, as one may be a part of another. */
function redactor(secrets: Iterable<string>): (text: string) => string {
  const sorted = [...new Set(secrets)].sort((a, b) => b.length - a.length);
  return text =>
    sorted.reduce(
      (redacted, secret) => redacted.replaceAll(secret, () => REDACTED),
      text,
    );
}

async function search(whole: string, source?: YamlSource): Promise<Found[]> {
  const text = normalizeText(whole).slice(0, MAX_DOCUMENT_BYTES);
  const lines = lineStarts(text);
  const inText = (await findRanges(text)).map(range => ({
    secret: text.slice(range.start, range.end),
    kind: range.kind,
    position: positionAt(lines, range.start),
  }));

  // Escapes and folded lines can write a secret so that the text does not show it.
  const scalars = (source ?? readYaml(text)).rewrittenScalars();
  const found = [...inText];
  if (scalars.length > 0) {
    const known = inText.map(({ secret }) => secret).join('\n');
    const joined = scalars.map(({ value }) => value).join('\n\n');
    let next = 0;
    let end = scalars[0].value.length;
    for (const range of await findRanges(joined)) {
      while (range.start > end) {
        next += 1;
        end += scalars[next].value.length + 2;
      }
      const secret = joined.slice(range.start, range.end);
      if (!known.includes(secret)) {
        const { position } = scalars[next];
        found.push({ secret, kind: range.kind, position });
      }
    }
  }
  return found.sort(
    (a, b) =>
      a.position.line - b.position.line ||
      a.position.column - b.position.column,
  );
}

/** In the order of the text. */
async function findRanges(text: string): Promise<SecretRange[]> {
  const ranges = [
    ...(await findByMaintainedRules(text)),
    ...findByPattern(text),
  ]
    .map((range, order) => ({ ...range, order }))
    .sort((a, b) => a.start - b.start || a.order - b.order);
  // Two rules may find the same secret: the first one names it, both are hidden.
  const merged: typeof ranges = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last && range.start < last.end) {
      last.end = Math.max(last.end, range.end);
      if (range.order < last.order) {
        last.kind = range.kind;
        last.order = range.order;
      }
    } else {
      merged.push(range);
    }
  }
  return merged;
}

function lineStarts(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; start >= 0; ) {
    lines.addNewLine(start);
    const end = text.indexOf('\n', start);
    start = end < 0 ? -1 : end + 1;
  }
  return lines;
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function toProblems(found: Found[]): Problem[] {
  const problems = found.slice(0, MAX_PROBLEMS).map(toProblem);
  return found.length > MAX_PROBLEMS
    ? [...problems, andMore(found.length - MAX_PROBLEMS)]
    : problems;
}

function toProblem({ kind, position }: Found): Problem {
  return {
    path: '',
    ...position,
    message: `looks like a secret (${kind}); move it to a secret store, and say here where to find it`,
    severity: 'error',
  };
}

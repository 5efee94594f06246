import type { Problem } from '../types';
import { MAX_DOCUMENT_BYTES } from '../limits';
import { Position, positionIn, readYaml } from '../yaml';
import { findByMaintainedRules } from './maintainedRules';
import { findByPattern, SecretRange } from './patterns';

/**
 * What is shown in the place of a secret.
 *
 * @alpha
 */
export const REDACTED = '[redacted]';

type Found = { secret: string; kind: string; position: Position };

/**
 * Finds secrets in a text, such as tokens, passwords and private keys. Tells
 * where each is and of which kind, never the secret itself. Comments in the text
 * cannot switch it off. Looks at the first 256 Ki characters, which is more than
 * a document may have.
 *
 * @alpha
 */
export async function findSecrets(text: string): Promise<Problem[]> {
  return (await search(text)).map(toProblem);
}

/**
 * What was found, and a way to keep it out of any other text.
 *
 * @alpha
 */
export type SecretScan = {
  problems: Problem[];
  /** Puts `[redacted]` in the place of each secret that was found. */
  redact(other: string): string;
};

/**
 * Finds secrets, and returns what takes them out of messages about the same text.
 *
 * @alpha
 */
export async function scanForSecrets(text: string): Promise<SecretScan> {
  const found = await search(text);
  // A message may quote a part of what was found: a key up to its colon, say.
  // Longer ones first, as one may be a part of another.
  const secrets = [
    ...new Set(
      found.flatMap(({ secret }) => [
        secret,
        ...secret.split(/[:=@]/).filter(part => part.length >= 6),
      ]),
    ),
  ].sort((a, b) => b.length - a.length);
  return {
    problems: found.map(toProblem),
    redact: other =>
      secrets.reduce(
        (redacted, secret) => redacted.split(secret).join(REDACTED),
        other,
      ),
  };
}

async function search(whole: string): Promise<Found[]> {
  const text = whole.slice(0, MAX_DOCUMENT_BYTES);
  const inText = (await findRanges(text)).map(range => ({
    secret: text.slice(range.start, range.end),
    kind: range.kind,
    position: positionIn(text, range.start),
  }));

  // Escapes and folded lines can write a secret so that the text does not show it.
  const scalars = readYaml(text).rewrittenScalars();
  const found = [...inText];
  if (scalars.length > 0) {
    const joined = scalars.map(({ value }) => value).join('\n\n');
    const starts: number[] = [];
    scalars.reduce((start, { value }) => {
      starts.push(start);
      return start + value.length + 2;
    }, 0);
    for (const { start, end, kind } of await findRanges(joined)) {
      const index = starts.filter(each => each <= start).length - 1;
      const secret = joined.slice(start, end);
      if (!inText.some(each => each.secret.includes(secret))) {
        found.push({ secret, kind, position: scalars[index].position });
      }
    }
  }
  return found.sort(
    (a, b) =>
      a.position.line - b.position.line ||
      a.position.column - b.position.column,
  );
}

async function findRanges(text: string): Promise<SecretRange[]> {
  const ranges = [
    ...(await findByMaintainedRules(text)),
    ...findByPattern(text),
  ];
  // Two rules may find the same secret: the first one names it, both are hidden.
  const merged: SecretRange[] = [];
  for (const range of ranges) {
    const same = merged.find(
      other => range.start < other.end && other.start < range.end,
    );
    if (same) {
      same.start = Math.min(same.start, range.start);
      same.end = Math.max(same.end, range.end);
    } else {
      merged.push({ ...range });
    }
  }
  return merged;
}

function toProblem({ kind, position }: Found): Problem {
  return {
    path: '',
    ...position,
    message: `looks like a secret (${kind}); keep it in a secret store, and say here where it is`,
    severity: 'error',
  };
}

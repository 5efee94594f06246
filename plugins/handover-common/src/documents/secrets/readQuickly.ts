import yaml from 'js-yaml';
import {
  MAX_DEPTH,
  MAX_DOCUMENT_BYTES,
  MAX_KEYS,
  MIN_LIST_LIMIT,
} from '../limits';
import { normalizeText } from '../yaml';

/** Most values in a document that is read in this way. */
const MAX_VALUES = 20_000;

/**
 * Anchors and directives, and characters that YAML does not allow, are left to
 * the reader that explains them.
 */
// eslint-disable-next-line no-control-regex
const UNUSUAL = /(?:^|[\s,[{:])&[^\s&]|^%|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/m;

const scalar = (
  tag: string,
  expression: RegExp,
  construct: (text: string) => unknown,
) =>
  new yaml.Type(`tag:yaml.org,2002:${tag}`, {
    kind: 'scalar',
    resolve: (text: string | null) => expression.test(text ?? ''),
    construct: (text: string | null) => construct(text ?? ''),
  });

/** The core schema of YAML 1.2 (§10.3.2), as the package `yaml` reads it. */
const SCHEMA = yaml.FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', /^(?:~|[Nn]ull|NULL)?$/, () => null),
    scalar(
      'bool',
      /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      text => text[0].toLowerCase() === 't',
    ),
    scalar('int', /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/, Number),
    scalar(
      'float',
      /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      text => (/[iI]n[fF]|INF|n[aA]n/i.test(text) ? NaN : Number(text)),
    ),
  ],
});

/** What was read. */
export type QuickSource = {
  value: unknown;
  /** Its texts in the order of the document. */
  strings: string[];
  /** Has every key a value, and no list more elements than any may have? */
  isPlain: boolean;
};

/**
 * Reads ordinary documents several times as fast as the parser that keeps
 * positions. Returns undefined if a document has problems or could be read
 * differently, because this reader doesn't report problems.
 */
export function readQuickly(original: string): QuickSource | undefined {
  if (
    original.length > MAX_DOCUMENT_BYTES ||
    Buffer.byteLength(original) > MAX_DOCUMENT_BYTES
  ) {
    return undefined;
  }
  const text = normalizeText(original);
  if (UNUSUAL.test(text)) {
    return undefined;
  }
  try {
    return measured(yaml.load(text, { schema: SCHEMA }));
  } catch {
    // Whatever is wrong with it, the other reader says what and where.
    return undefined;
  }
}

/** Undefined if there is too much of something. */
function measured(root: unknown): QuickSource | undefined {
  const strings: string[] = [];
  let values = 0;
  let isPlain = true;
  const visit = (value: unknown, depth: number): boolean => {
    values += 1;
    if (values > MAX_VALUES || depth > MAX_DEPTH) {
      return false;
    }
    if (typeof value === 'string') {
      strings.push(value);
      return true;
    }
    if (value === null) {
      isPlain = false;
      return true;
    }
    if (Array.isArray(value)) {
      isPlain &&= value.length <= MIN_LIST_LIMIT;
      return value.every(item => visit(item, depth + 1));
    }
    if (typeof value === 'object') {
      const keys = Object.keys(value);
      strings.push(...keys);
      return (
        keys.length <= MAX_KEYS &&
        keys.every(key => visit(Reflect.get(value, key), depth + 1))
      );
    }
    return true;
  };
  return visit(root, 0) ? { value: root, strings, isPlain } : undefined;
}

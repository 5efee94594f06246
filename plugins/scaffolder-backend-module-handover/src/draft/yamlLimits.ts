import { Lexer } from 'yaml';
import { UnreadableError } from './UnreadableError';

/** Most lexical tokens of a file: a manifest of 256 KiB has fewer. */
const MAX_TOKENS = 150_000;

/** Most documents in a file. */
const MAX_DOCUMENTS = 1_000;

/** Deepest nesting of lists and mappings in brackets, and of list items in a line. */
const MAX_DEPTH = 64;

/** Most anchors, aliases and tags in a row. YAML has at most two before a value. */
const MAX_PROPERTIES = 10;

/** Comes before the text of a scalar. */
const SCALAR = '\x1f';

/**
 * Refuses a YAML file that takes long to read, or more levels than the reader has.
 * Only words and signs are looked at, so that this takes no time itself.
 *
 * @returns the number of its lexical tokens
 * @throws UnreadableError
 */
export function assertYamlIsSimple(text: string): number {
  let count = 0;
  let depth = 0;
  let items = 0;
  let properties = 0;
  let documents = 0;
  let line = 1;
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    const sign = previous === SCALAR ? '' : lexeme.charAt(0);
    switch (sign) {
      case '[':
      case '{':
        depth += 1;
        break;
      case ']':
      case '}':
        depth -= 1;
        break;
      case '-':
      case '?':
      case ':':
        items += 1;
        break;
      case '&':
      case '*':
      case '!':
        properties += 1;
        break;
      case ' ':
        break;
      default:
        properties = 0;
        items = 0;
    }
    documents += lexeme === '---' && previous !== SCALAR ? 1 : 0;
    if (count > MAX_TOKENS || documents > MAX_DOCUMENTS) {
      throw new UnreadableError('has too many YAML tokens or documents', {
        line,
      });
    }
    if (depth > MAX_DEPTH || items > MAX_DEPTH) {
      throw new UnreadableError('is nested too deep', { line });
    }
    if (properties > MAX_PROPERTIES) {
      throw new UnreadableError(
        'has too many anchors, aliases or tags in a row',
        { line },
      );
    }
    line += lexeme.split('\n').length - 1;
    previous = lexeme;
  }
  return count;
}

import { type CST, Lexer, LineCounter, Parser } from 'yaml';
import { MAX_ALIASES, MAX_DEPTH, MAX_KEYS, MAX_TOKENS } from './limits';

/**
 * Most anchors and tags in a row. YAML has at most one of each before a value,
 * and reading takes time in the square of their number.
 */
const MAX_PROPERTIES = 10;

/** A limit that a text exceeds, and where. */
export type Excess = { offset: number; message: string };

/** The tokens of a text, or what is too much in it. */
export type Tokens =
  | { tokens: CST.Token[]; lines: LineCounter }
  | { excess: Excess };

const FLOWS: Record<string, number> = { '[': 1, '{': 1, ']': -1, '}': -1 };

/** Comes before the text of a scalar. */
const SCALAR = '\x1f';
/** Lexemes that the lexer adds and the text does not have. */
const MARKERS = new Set(['\x02', '\x18', SCALAR]);

/**
 * Splits a text into tokens, and stops as soon as there are too many of them or
 * they are nested too deep: what comes after takes time for each of them, and
 * more for each level.
 */
export function tokenize(text: string): Tokens {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let count = 0;
  let offset = 0;
  let flows = 0;
  let aliases = 0;
  let properties = 0;
  let isScalar = false;
  // The parser reports new lines only if it begins with the first one.
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_TOKENS) {
      tokens.push(...parser.end());
      return {
        excess: findExcess(tokens) ?? {
          offset,
          message: `more than ${MAX_TOKENS} YAML tokens; shorten the document, or write plain text`,
        },
      };
    }
    flows += FLOWS[lexeme] ?? 0;
    if (flows > MAX_DEPTH) {
      return { excess: tooDeep(offset) };
    }
    aliases += lexeme.startsWith('*') && !isScalar ? 1 : 0;
    if (aliases > MAX_ALIASES) {
      return {
        excess: {
          offset,
          message: `more than ${MAX_ALIASES} YAML aliases; write the values out`,
        },
      };
    }
    if (/^[&!]/.test(lexeme) && !isScalar) {
      properties += 1;
    } else if (lexeme.trim() !== '') {
      properties = 0;
    }
    if (properties > MAX_PROPERTIES) {
      return {
        excess: {
          offset,
          message: `more than ${MAX_PROPERTIES} YAML anchors and tags in a row`,
        },
      };
    }
    isScalar = lexeme === SCALAR;
    if (!MARKERS.has(lexeme)) {
      offset += lexeme.length;
    }
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
    }
  }
  tokens.push(...parser.end());
  const excess = findExcess(tokens);
  return excess ? { excess } : { tokens, lines };
}

function tooDeep(offset: number): Excess {
  return { offset, message: `nested more than ${MAX_DEPTH} levels deep` };
}

/**
 * A token that is nested too deep or has too many keys. The parser's tokens are
 * measured, because composing them is recursive and could overflow the stack, and
 * compares each key with all others.
 */
function findExcess(tokens: readonly CST.Token[]): Excess | undefined {
  const open = tokens.map(token => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) {
      return tooDeep(token.offset);
    }
    if (token.type === 'document' && token.value) {
      open.push({ token: token.value, depth });
    } else if ('items' in token) {
      if (token.type !== 'block-seq' && countKeys(token) > MAX_KEYS) {
        return {
          offset: token.offset,
          message: `a mapping with more than ${MAX_KEYS} keys`,
        };
      }
      for (const item of token.items) {
        for (const child of [item.key, item.value]) {
          if (child) {
            open.push({ token: child, depth: depth + 1 });
          }
        }
      }
    }
  }
  return undefined;
}

function countKeys(token: CST.BlockMap | CST.FlowCollection): number {
  const isFlowList =
    token.type === 'flow-collection' && token.start.type === 'flow-seq-start';
  return isFlowList ? 0 : token.items.length;
}

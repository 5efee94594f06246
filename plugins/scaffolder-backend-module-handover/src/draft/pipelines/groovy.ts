import { linesOf } from '../lines';

/** A block of a Jenkinsfile: `name(argument) { … }` or `name { … }`. */
export type Block = {
  name: string;
  /** The first text in the parentheses, if it is a plain one. */
  argument: string | undefined;
  line: number;
  blocks: Block[];
  /** The lines inside, without comments. */
  lines: { text: string; line: number }[];
};

/** Deepest nesting that is followed; real files have fewer than ten levels. */
const MAX_DEPTH = 50;

/** What stands before a brace is shorter. */
const MAX_HEAD = 300;

const OPENING =
  /([A-Za-z_]\w*)\s*(?:\(\s*(?:'([^'\n]*)'|"([^"\n$]*)")?[^(){}\n]*\))?\s*$/;

/**
 * The blocks of a Jenkinsfile by their braces, without understanding Groovy:
 * comments are left out, and braces inside texts do not count. Undefined where
 * braces do not match.
 */
export function readBlocks(source: string): Block | undefined {
  const root: Block = emptyBlock('', undefined, 1);
  const open = [root];
  const text = withoutComments(source);
  let line = 1;
  let lineStart = 0;
  const lines = linesOf(text.raw).map(each => each.text);
  for (let index = 0; index < text.masked.length; index++) {
    const char = text.masked[index];
    if (char === '\n') {
      line++;
      lineStart = index + 1;
    } else if (char === '{') {
      const [, name, single, double] =
        OPENING.exec(
          text.raw.slice(Math.max(lineStart, index - MAX_HEAD), index),
        ) ?? [];
      const block = emptyBlock(name ?? '', single ?? double, line);
      open.at(-1)?.blocks.push(block);
      open.push(block);
      if (open.length > MAX_DEPTH) {
        return undefined;
      }
    } else if (char === '}') {
      const closed = open.pop();
      if (!closed || open.length === 0) {
        return undefined;
      }
      closed.lines = lines
        .slice(closed.line - 1, line)
        .map((each, offset) => ({ text: each, line: closed.line + offset }));
    }
  }
  root.lines = lines.map((each, offset) => ({ text: each, line: offset + 1 }));
  return open.length === 1 ? root : undefined;
}

function emptyBlock(
  name: string,
  argument: string | undefined,
  line: number,
): Block {
  return { name, argument, line, blocks: [], lines: [] };
}

/** What never ends goes to the end, so that no search is begun twice. */
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'''[\s\S]*?(?:'''|$)|"""[\s\S]*?(?:"""|$)|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?/g;

/** Comments become blanks in both; in the masked text, so do texts. Places stay. */
function withoutComments(source: string): { raw: string; masked: string } {
  const blank = (token: string) => token.replace(/[^\n]/g, ' ');
  const text = source.replace(/\r\n?/g, '\n');
  return {
    raw: text.replace(TOKENS, token =>
      token.startsWith('/') ? blank(token) : token,
    ),
    masked: text.replace(TOKENS, blank),
  };
}

/** All blocks with a name, at any depth, but none inside another one of them. */
export function blocksNamed(root: Block, name: string): Block[] {
  return root.blocks.flatMap(block =>
    block.name === name ? [block] : blocksNamed(block, name),
  );
}

import { isMap, isNode, isPair, isSeq, parseDocument, Pair } from 'yaml';
import type { Node } from 'yaml';
import type { PathSegments } from '../path';
import { plainLine } from './plainLine';

/** Lines that stand above a field, a list element or a section. */
export type FieldComment = { path: PathSegments; lines: string[] };

/**
 * Puts comments into YAML that `serialize.ts` wrote, and an empty line before each
 * section. What the document says does not change.
 */
export function withComments(
  yaml: string,
  options: {
    header: readonly string[];
    fields: readonly FieldComment[];
    footer: readonly string[];
  },
): string {
  const document = parseDocument(yaml);
  for (const { path, lines } of options.fields) {
    const node = commentable(document.contents, path);
    if (node) {
      node.commentBefore = [
        ...(node.commentBefore ? [node.commentBefore] : []),
        toComment(lines),
      ].join('\n');
    }
  }
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items.slice(2)) {
      if (isNode(key)) {
        key.spaceBefore = true;
      }
    }
  }
  return [
    ...options.header.map(toLine),
    document.toString({
      lineWidth: 80,
      doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    }),
    ...(options.footer.length > 0 ? ['\n'] : []),
    ...options.footer.map(toLine),
  ].join('');
}

function toComment(lines: string[]): string {
  return lines.map(line => ` ${plainLine(line)}`).join('\n');
}

function toLine(line: string): string {
  return `${`# ${plainLine(line)}`.trimEnd()}\n`;
}

/** The node whose comment stands above a field: its key, or the list element itself. */
function commentable(root: unknown, path: PathSegments): Node | undefined {
  let current: unknown = root;
  let target: unknown = undefined;
  for (const segment of path) {
    if (isMap(current)) {
      const pair: unknown = current.items.find(
        item => isNode(item.key) && item.key.toJSON() === segment,
      );
      target = isPair(pair) ? pair.key : undefined;
      current = pair instanceof Pair ? pair.value : undefined;
    } else if (isSeq(current) && typeof segment === 'number') {
      current = current.items[segment];
      target = current;
    } else {
      return undefined;
    }
  }
  return isNode(target) ? target : undefined;
}

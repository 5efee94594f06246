import { readdirSync, readFileSync } from 'fs';
import { resolve } from 'path';
import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  Scalar,
  visit,
} from 'yaml';

const EXAMPLES = resolve(__dirname, '../../../../../examples');

/** The text of every `handover.yaml` in `examples`. */
export function exampleTexts(): string[] {
  return readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('handover.yaml'))
    .sort()
    .map(path => readFileSync(resolve(EXAMPLES, path), 'utf8'));
}

/** A document of the first lines of a text and one of its sections, with its comments. */
export function sectionTexts(text: string): string[] {
  const { contents } = parseDocument(text);
  const items = isMap(contents) ? contents.items : [];
  const starts = items.map(({ key }) => {
    const offset = isScalar(key) ? key.range?.[0] ?? 0 : 0;
    return text.lastIndexOf('\n', offset - 1) + 1;
  });
  const head = text.slice(0, starts[2]);
  return starts
    .slice(2)
    .map((start, index) => head + text.slice(start, starts[index + 3]));
}

/** Line breaks as Windows writes them. */
function withCrlf(text: string): string {
  return text.replace(/\n/g, '\r\n');
}

/** Offsets of the lines that belong to a text of several lines. */
function linesInsideScalars(text: string): Set<number> {
  const inside = new Set<number>();
  visit(parseDocument(text), {
    Scalar(_, { range }) {
      if (range) {
        const first = text.indexOf('\n', range[0]);
        for (
          let at = first;
          at >= 0 && at < range[1] - 1;
          at = text.indexOf('\n', at + 1)
        ) {
          inside.add(at + 1);
        }
      }
    },
  });
  return inside;
}

/** A comment above and behind every line where YAML takes one. */
function withComments(text: string): string {
  const inside = linesInsideScalars(text);
  let offset = 0;
  return text
    .split('\n')
    .map((line, index) => {
      const start = offset;
      offset += line.length + 1;
      const isContent = line.trim() !== '' && !line.trim().startsWith('#');
      if (inside.has(start) || !isContent) {
        return line;
      }
      const indent = /^ */.exec(line)?.[0] ?? '';
      const opensBlock = inside.has(offset) && !/[|>][-+0-9]*$/.test(line);
      const tail = opensBlock ? '' : ` # behind ${index}`;
      return `${indent}# above ${index}\n${line}${tail}`;
    })
    .join('\n');
}

/** Each text that stands twice has an anchor the first time and is an alias then. */
function withAliases(text: string): string {
  const document = parseDocument(text);
  const anchors = new Map<string, string>();
  const splices: { from: number; to: number; text: string }[] = [];
  visit(document, {
    Scalar(key, node) {
      if (
        key === 'key' ||
        typeof node.value !== 'string' ||
        node.type === Scalar.BLOCK_LITERAL ||
        node.type === Scalar.BLOCK_FOLDED ||
        !node.range
      ) {
        return;
      }
      const [from, to] = node.range;
      const anchor = anchors.get(node.value);
      if (anchor) {
        splices.push({ from, to, text: `*${anchor}` });
      } else {
        anchors.set(node.value, `a${anchors.size}`);
        splices.push({ from, to: from, text: `&a${anchors.size - 1} ` });
      }
    },
  });
  return splices
    .reverse()
    .reduce(
      (result, { from, to, text: fresh }) =>
        result.slice(0, from) + fresh + result.slice(to),
      text,
    );
}

/** The same content, written otherwise. */
function rewritten(
  style: Parameters<Document['toString']>[0],
  tune: (document: Document) => void = () => {},
) {
  return (text: string) => {
    const document = new Document(parse(text), {
      aliasDuplicateObjects: false,
    });
    tune(document);
    return document.toString({ lineWidth: 0, ...style });
  };
}

/** Collections below the sections are in flow style. */
function inFlow(depth: number) {
  return (document: Document) =>
    visit(document, {
      Collection(_, node, ancestors) {
        const level = ancestors.filter(isCollection).length;
        if (level >= depth) {
          node.flow = true;
        }
      },
      Scalar(_, node) {
        if (typeof node.value === 'string' && node.value.includes('\n')) {
          node.type = Scalar.QUOTE_DOUBLE;
        }
      },
    });
}

function quoted(type: 'QUOTE_SINGLE' | 'QUOTE_DOUBLE') {
  return (document: Document) =>
    visit(document, {
      Scalar(key, node) {
        if (key !== 'key' && typeof node.value === 'string') {
          node.type = Scalar[type];
        }
      },
    });
}

/** A list and a mapping with an anchor, and an alias of each. */
function withSharedCollections(text: string): string {
  const document = parseDocument(text);
  const { contents } = document;
  const last = isMap(contents) ? contents.items.at(-1) : undefined;
  const found: { anchor: string; from: number }[] = [];
  visit(document, {
    Collection(_, node) {
      const isOwn = node !== contents && node !== last?.value;
      const kind = isSeq(node) ? 'list' : 'map';
      if (
        isOwn &&
        !node.flow &&
        node.range &&
        !found.some(({ anchor }) => anchor === kind)
      ) {
        const line = text.lastIndexOf('\n', node.range[0]);
        const above = text.slice(0, line).trimEnd();
        if (
          /^ *$/.test(text.slice(line + 1, node.range[0])) &&
          /:$/.test(above)
        ) {
          found.push({ anchor: kind, from: above.length });
        }
      }
    },
  });
  const anchored = [...found]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (result, { anchor, from }) =>
        `${result.slice(0, from)} &${anchor}${result.slice(from)}`,
      text,
    );
  const copies = found.map(({ anchor }) => `again-${anchor}: *${anchor}\n`);
  return `${anchored.trimEnd()}\n${copies.join('')}`;
}

/** Ways to write the same document. Each gives a text that YAML can read. */
export const VARIANTS: Record<string, (text: string) => string> = {
  'as it is': text => text,
  'with CRLF': withCrlf,
  'with comments everywhere': withComments,
  'with comments and CRLF': text => withCrlf(withComments(text)),
  'with aliases of texts': withAliases,
  'with aliases of lists and mappings': withSharedCollections,
  'in flow style below the sections': rewritten({}, inFlow(2)),
  'in padded flow style': rewritten({ flowCollectionPadding: true }, inFlow(1)),
  'in tight flow style': rewritten({ flowCollectionPadding: false }, inFlow(2)),
  'with flow style over lines': rewritten({ lineWidth: 40 }, inFlow(2)),
  'indented by four': rewritten({ indent: 4 }),
  'indented by three, lists flush': rewritten({ indent: 3, indentSeq: false }),
  'with lists flush': rewritten({ indentSeq: false }),
  'in single quotes': rewritten({ singleQuote: true }, quoted('QUOTE_SINGLE')),
  'in double quotes, folded': rewritten(
    { lineWidth: 60 },
    quoted('QUOTE_DOUBLE'),
  ),
  'with prose folded': rewritten({ lineWidth: 50, blockQuote: 'folded' }),
  'without a line break at its end': text => text.trimEnd(),
  'with a byte order mark and markers': text =>
    `\uFEFF---\n${text.trimEnd()}\n...\n`,
};

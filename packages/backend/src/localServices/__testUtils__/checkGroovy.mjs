// Parses what it is given on the standard input as Groovy, which a Jenkinsfile
// is, and prints where it is none: nothing when all is right.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const grammar = import.meta.resolve(
  'tree-sitter-groovy/tree-sitter-groovy.wasm',
);
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(grammar)));

function visit(node) {
  if (node.isError || node.isMissing) {
    const { row, column } = node.startPosition;
    const what = node.isMissing ? `${node.type} is missing` : 'not Groovy';
    console.log(`${row + 1}:${column + 1}: ${what}`);
  }
  node.children.forEach(visit);
}

visit(parser.parse(readFileSync(0, 'utf8')).rootNode);

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { rootDir } from '../../lib/paths.mjs';

/** Pages that are generated, input of tests, or text of templates. */
const OTHER =
  /(^|\/)(report[^/]*|cli-report|CHANGELOG)\.md$|__fixtures__|^examples\/templates\/|^e2e\//;

/** Every Markdown page that people write, as paths from the root folder. */
export function listPages() {
  return execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
    { cwd: rootDir, encoding: 'utf8' },
  )
    .split('\n')
    .filter(
      file => file && !OTHER.test(file) && existsSync(path.join(rootDir, file)),
    );
}

function* walk(node) {
  yield node;
  for (const child of node.children ?? []) {
    yield* walk(child);
  }
}

const textOf = node => node.value ?? (node.children ?? []).map(textOf).join('');

/** The anchor that GitHub gives a heading. */
export function slugOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
}

function anchorsOf(headings) {
  const seen = new Map();
  return new Set(
    headings.map(heading => {
      const slug = slugOf(heading);
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count === 0 ? slug : `${slug}-${count}`;
    }),
  );
}

/** What a page consists of, as far as it can be checked. */
export function parsePage(file, text) {
  const nodes = [...walk(fromMarkdown(text))];
  const lineOf = node => `${file}:${node.position.start.line}`;
  const ofType = (...types) => nodes.filter(({ type }) => types.includes(type));
  return {
    file,
    text,
    headings: ofType('heading').map(({ depth, ...node }) => ({
      depth,
      text: textOf(node),
    })),
    anchors: anchorsOf(ofType('heading').map(textOf)),
    links: ofType('link', 'image', 'definition').map(node => ({
      url: node.url,
      place: lineOf(node),
    })),
    examples: ofType('code').map(node => ({
      language: node.lang ?? '',
      meta: node.meta ?? '',
      text: node.value,
      place: lineOf(node),
    })),
    bold: ofType('strong').map(textOf),
    /** The text without line breaks, for looking sentences up. */
    prose: text.replace(/\s+/g, ' '),
  };
}

/** Reads a page, named by its path from the root folder. */
export function readPage(file) {
  return parsePage(file, readFileSync(path.join(rootDir, file), 'utf8'));
}

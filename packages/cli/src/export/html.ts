import {
  SECTION_KEYS,
  SECTION_TITLES,
} from '@backstage-handover/plugin-handover-common/documents';
import MarkdownIt from 'markdown-it';
import { LINK_SCHEMES } from '../io/parseOptions';
import { PAGE_STYLE } from './style';

type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * Makes one page that needs nothing else: no script, no font, no picture from
 * elsewhere. HTML in the Markdown is text, links have only known schemes, and
 * pictures become links to them.
 *
 * @param options.schemes - of links, besides http, https and mailto
 */
export function toHtml(
  markdown: string,
  options: { schemes?: readonly string[] } = {},
): string {
  const renderer = createRenderer([
    ...LINK_SCHEMES,
    ...(options.schemes ?? []),
  ]);
  const tokens = renderer.parse(markdown, {});
  const headings = giveIds(tokens);
  const escape = renderer.utils.escapeHtml;
  const title = textAfter(tokens, 0);
  const entries = headings.map(
    ({ id, text }) => `<li><a href="#${id}">${escape(text)}</a></li>\n`,
  );
  const contents =
    entries.length > 0
      ? `<nav aria-label="Sections">\n<ul>\n${entries.join('')}</ul>\n</nav>\n`
      : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>
${PAGE_STYLE}</style>
</head>
<body>
${contents}<main>
${renderer.renderer.render(tokens, renderer.options, {})}</main>
</body>
</html>
`;
}

function createRenderer(schemes: readonly string[]): MarkdownIt {
  const renderer = new MarkdownIt({ html: false, linkify: true });
  const allowed = new RegExp(
    `^(?:${schemes
      .filter(scheme => /^[a-z][a-z0-9+-]*$/i.test(scheme))
      .map(scheme => scheme.replace(/\+/g, '\\+'))
      .join('|')}):`,
    'i',
  );
  renderer.validateLink = url => allowed.test(url) || url.startsWith('#');
  renderer.renderer.rules.image = (tokens, index) => {
    const { escapeHtml } = renderer.utils;
    const source = tokens[index].attrGet('src') ?? '';
    return `<a href="${escapeHtml(source)}">${escapeHtml(
      tokens[index].content || source,
    )}</a>`;
  };
  return renderer;
}

/** The headings of sections get the ids that the tab in the portal has for them. */
function giveIds(tokens: Token[]): { id: string; text: string }[] {
  const left = new Map<string, string>(
    SECTION_KEYS.map(key => [SECTION_TITLES[key], key]),
  );
  return tokens.flatMap((token, index) => {
    const text = textAfter(tokens, index);
    const id = left.get(text);
    // What is written inside a section may have such a heading again.
    if (token.type !== 'heading_open' || token.tag !== 'h2' || !id) {
      return [];
    }
    left.delete(text);
    token.attrSet('id', id);
    return [{ id, text }];
  });
}

function textAfter(tokens: Token[], index: number): string {
  return tokens[index + 1]?.content ?? '';
}

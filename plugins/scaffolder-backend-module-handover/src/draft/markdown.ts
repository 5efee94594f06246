import { plainLine } from '@backstage-handover/plugin-handover-common/documents';
import type { Token, Tokens } from 'marked';

export function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

export function isParagraph(token: Token): token is Tokens.Paragraph {
  return token.type === 'paragraph';
}

export function isText(token: Token): token is Tokens.Text {
  return token.type === 'text';
}

export function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

export function isCode(token: Token): token is Tokens.Code {
  return token.type === 'code';
}

export function isLink(token: Token): token is Tokens.Link {
  return token.type === 'link';
}

/**
 * Inline Markdown on one line that means the same in another place: links that
 * only lead somewhere from where the file is become their text; pictures and HTML
 * are left out.
 */
export function toMarkdown(tokens: Token[]): string {
  return tokens
    .map(token => {
      if (isLink(token)) {
        const text = toMarkdown(token.tokens);
        return text.trim() && /^(https?:\/\/|mailto:)/.test(token.href)
          ? `[${text}](${token.href})`
          : text;
      }
      switch (token.type) {
        case 'image':
        case 'html':
          return '';
        case 'br':
          return ' ';
        case 'strong':
          return `**${toMarkdown(innerOf(token))}**`;
        case 'em':
          return `*${toMarkdown(innerOf(token))}*`;
        default:
          return token.raw;
      }
    })
    .join('')
    .split('\n')
    .map((line, index, lines) => {
      const start = index > 0 ? line.trimStart() : line;
      return index < lines.length - 1 ? start.trimEnd() : start;
    })
    .filter((line, index, { length }) => line || index % (length - 1) === 0)
    .join(' ');
}

/** The text of a heading. */
export function toTitle(heading: Tokens.Heading): string {
  return plainLine(toText(heading.tokens)).trim();
}

/** Text without any Markdown, pictures or HTML. */
export function toText(tokens: Token[]): string {
  return tokens
    .map(token => {
      if (token.type === 'image' || token.type === 'html') {
        return '';
      }
      const inner = innerOf(token);
      if (inner.length > 0) {
        return toText(inner);
      }
      return 'text' in token && typeof token.text === 'string'
        ? token.text
        : token.raw;
    })
    .join('');
}

function innerOf(token: Token): Token[] {
  return 'tokens' in token ? token.tokens ?? [] : [];
}

/** A list, with the code in it. */
export function listToMarkdown(list: Tokens.List): string {
  return list.items
    .map((item, index) => {
      const mark = list.ordered ? `${Number(list.start || 1) + index}.` : '-';
      const blocks = item.tokens.flatMap(token => {
        if (isText(token) || isParagraph(token)) {
          return [toMarkdown(token.tokens ?? [])];
        }
        return isCode(token) ? [token.raw.trim()] : [];
      });
      const indent = ' '.repeat(mark.length + 1);
      return `${mark} ${blocks
        .join('\n\n')
        .replace(/\n(?=.)/g, `\n${indent}`)}`;
    })
    .join('\n');
}

/** All links in a block. */
export function linksIn(token: Token): Tokens.Link[] {
  if (isLink(token)) {
    return [token];
  }
  return (isList(token) ? token.items : innerOf(token)).flatMap(linksIn);
}

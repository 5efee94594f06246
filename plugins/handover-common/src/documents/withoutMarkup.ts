/** Code is not markup, whatever is in it. */
const CODE = /(`[^`\n]{1,2000}`)/;
const LINK = /!?\[([^[\]\n]{1,500})\]\([^()\s]{1,2000}\)/g;
const FENCE = /^[ \t]{0,3}(?:```|~~~).*\n?/gm;
const LINE_START = /^[ \t]*(?:#{1,6}|[-*>]|\d{1,3}\.)[ \t]+/gm;

/**
 * Markdown as the text that people read: without emphasis, headings, bullets and
 * the targets of links. What is not recognized stays as it is.
 */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(FENCE, '')
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part.slice(1, -1)
        : part.replace(LINE_START, '').replace(LINK, '$1').replaceAll('**', ''),
    )
    .join('');
}

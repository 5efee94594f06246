/** A block of code between fences: its fence, and its content. It can be unclosed. */
const FENCED =
  /^[ \t]*(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*\n?([\s\S]*?)(?:^[ \t]*\1[`~]*[ \t]*(?:\n|$)|$(?![\s\S]))/gm;
/** Code is not markup, whatever is in it. */
const CODE = /(`[^`\n]{1,2000}`)/;
const LINK = /!?\[([^[\]\n]{1,500})\]\([^()\s]{1,2000}\)/g;
const LINE_START = /^[ \t]*(?:#{1,6}|[-*>]|\d{1,3}\.)[ \t]+/gm;

/**
 * Markdown as the text that people read: without emphasis, headings, bullets and
 * the targets of links. Code stays as it is, and so does what is not recognized.
 */
export function withoutMarkup(markdown: string): string {
  // Text, the fence that ends it, the block's content, text, and so on.
  return markdown
    .split(FENCED)
    .map((part, index) => {
      if (index % 3 === 1) {
        return '';
      }
      return index % 3 === 2 ? part : proseWithoutMarkup(part);
    })
    .join('');
}

function proseWithoutMarkup(prose: string): string {
  return prose
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part.slice(1, -1)
        : part.replace(LINE_START, '').replace(LINK, '$1').replaceAll('**', ''),
    )
    .join('');
}

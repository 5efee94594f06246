/** Characters that begin something in Markdown; a paragraph that people write has fewer. */
const MAX_MARKS = 300;

/** Lists and quotes in each other in one line. Nobody writes more than a few. */
const NESTED = /^(?:[ \t]*(?:\d{1,9}[.)]|[-*+>])(?=[ \t>]|$)){9}.*$/gm;

/** Spaces before a list item that lies in so many others. */
const DEEP = /^[ \t]{80,}(?=\S).*$/gm;

/**
 * Blanks lines that begin lists in lists without end, which the reader of
 * Markdown follows until its stack is full, and paragraphs with so many brackets, stars and the like that reading them
 * as Markdown would take minutes. Lines stay where they are.
 */
export function withoutTangles(markdown: string): string {
  return markdown
    .replace(NESTED, '')
    .replace(DEEP, '')
    .split(/(\n[ \t]*\n)/)
    .map(part => {
      const marks = part.match(/[[\]()*_`<>~!&]/g)?.length ?? 0;
      return marks > MAX_MARKS ? part.replace(/[^\n]/g, '') : part;
    })
    .join('');
}

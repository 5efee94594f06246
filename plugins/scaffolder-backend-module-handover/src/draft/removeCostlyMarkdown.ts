/** Characters with a meaning in Markdown. A paragraph that a person wrote has fewer. */
const MAX_MARKS = 300;

/** Lists and quotes that are nested in one line, deeper than anybody writes. */
const NESTED = /^(?:[ \t]*(?:\d{1,9}[.)]|[-*+>])(?=[ \t>]|$)){9}.*$/gm;

/** Text that is indented like an item of a deeply nested list. */
const DEEP = /^[ \t]{80,}(?=\S).*$/gm;

/**
 * Removes what would make the Markdown parser overflow its stack or run for
 * minutes: deeply nested lists, and paragraphs full of brackets, asterisks and the
 * like. Line numbers stay the same.
 */
export function removeCostlyMarkdown(markdown: string): string {
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

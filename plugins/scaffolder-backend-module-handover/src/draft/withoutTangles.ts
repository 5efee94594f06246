/** Characters that begin something in Markdown; a paragraph that people write has fewer. */
const MAX_MARKS = 300;

/**
 * Blanks paragraphs with so many brackets, stars and the like that reading them
 * as Markdown would take minutes. Lines stay where they are.
 */
export function withoutTangles(markdown: string): string {
  return markdown
    .split(/(\n[ \t]*\n)/)
    .map(part => {
      const marks = part.match(/[[\]()*_`<>~!&]/g)?.length ?? 0;
      return marks > MAX_MARKS ? part.replace(/[^\n]/g, '') : part;
    })
    .join('');
}

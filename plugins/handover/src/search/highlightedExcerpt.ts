import type { ResultHighlight } from '@backstage/plugin-search-common';

/**
 * The text from the line of the first match on, so that a result shows why it
 * was found. The marks around matches stay whole.
 */
export function highlightedExcerpt(highlight: ResultHighlight): string {
  const { preTag, fields } = highlight;
  const text = fields.text ?? '';
  const match = text.indexOf(preTag);
  const lineStart = text.lastIndexOf('\n', match) + 1;
  return match > 0 ? text.slice(lineStart) : text;
}

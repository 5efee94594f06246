/**
 * Text on one line without control characters, so that it can stand in a comment,
 * a log or a list. Line breaks of every kind become blanks.
 */
export function plainLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ');
}

/** A name in a list that is read as Markdown: nothing in it can have a meaning there. */
export function codeSpan(text: string): string {
  return `\`${plainLine(text).replace(/`/g, "'")}\``;
}

/** Longer lines are data, not something that people wrote to be read. */
const MAX_LENGTH = 2_000;

/** The lines of a text, numbered from 1. One that is too long counts as empty. */
export function linesOf(text: string): { text: string; line: number }[] {
  return text.split(/\r\n?|\n/).map((each, index) => ({
    text: each.length > MAX_LENGTH ? '' : each,
    line: index + 1,
  }));
}

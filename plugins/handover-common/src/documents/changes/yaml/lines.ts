// Places in a text whose every line ends with a line break.

/** Replaces a stretch of a text. */
export type Splice = { from: number; to: number; text: string };

/** Applies splices that do not overlap. */
export function splice(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce(
      (result, { from, to, text: fresh }) =>
        result.slice(0, from) + fresh + result.slice(to),
      text,
    );
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = nextLine(text, offset) - 1;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** Where the line after that of an offset begins. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The column of an offset, counted from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Is there only white space between two offsets? */
export function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}

/** Is an offset the first in its line that is not a blank? */
export function beginsLine(text: string, offset: number): boolean {
  return isBlank(text, lineStart(text, offset), offset);
}

/** The column of a line that holds nothing but a comment, or undefined for another line. */
export function commentColumn(text: string, start: number): number | undefined {
  const line = text.slice(start, lineEnd(text, start));
  return /^ *#/.test(line) ? line.indexOf('#') : undefined;
}

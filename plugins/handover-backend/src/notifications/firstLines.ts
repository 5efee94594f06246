/** Lines in a notification; others are counted. */
const MAX_LINES = 10;

/** The first of what a notification is about, a line each, and how many more there are. */
export function firstLines(lines: readonly string[]): string {
  const more = lines.length - MAX_LINES;
  return [
    ...lines.slice(0, MAX_LINES),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n');
}

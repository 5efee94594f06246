/** A line of iCalendar has at most so many octets, its line break left out (RFC 5545 §3.1). */
const MAX_OCTETS = 75;

/** Control characters have no place in a text; tabs do. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/g;

/** Escapes a text as the value of a property (RFC 5545 §3.3.11). */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, match => `\\${match}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(CONTROL, '');
}

/** The lines of a feed with their line breaks, folded. */
export function toContentLines(lines: readonly string[]): string {
  return lines.map(line => `${fold(line)}\r\n`).join('');
}

/**
 * Folds a line that is too long. The space that begins a continuation counts, and
 * no character is divided.
 */
function fold(line: string): string {
  if (line.length * 3 <= MAX_OCTETS) {
    return line;
  }
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MAX_OCTETS) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) {
    return 1;
  }
  if (code < 0x800) {
    return 2;
  }
  return code < 0x10000 ? 3 : 4;
}

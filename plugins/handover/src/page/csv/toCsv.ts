/** Spreadsheets run what begins with one of these as a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Lines of a CSV file (RFC 4180). A text that a spreadsheet would run as a
 * formula gets an apostrophe in front, which makes it a text.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Control characters but line breaks and tabs, and those that turn the order of letters. */
const UNSAFE = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * What a document says, as it can be shown in a terminal: without sequences that
 * would move the cursor, hide lines or change colors.
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, '\uFFFD');
}

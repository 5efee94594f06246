import { printable } from '../io/printable';

/**
 * Text of others on one line. GitHub Actions obeys `##[command]` anywhere in a
 * line that a step prints, so no line has one.
 */
export function plain(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim()).replaceAll('##[', '## [');
}

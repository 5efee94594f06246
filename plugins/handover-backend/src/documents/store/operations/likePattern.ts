/** Pattern of LIKE, with the escape character `\`, for what contains a text. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

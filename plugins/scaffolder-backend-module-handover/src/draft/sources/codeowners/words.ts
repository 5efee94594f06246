/**
 * The words of a line. A backslash makes the next blank, and anything else but a
 * letter or digit, part of the word.
 */
export function wordsOfLine(line: string): string[] {
  return [...line.trim().matchAll(/(?:\\.|[^\s\\]|\\$)+/g)].map(
    ([word]) => word,
  );
}

/** `docs/My\ Folder/` is the path `docs/My Folder/`. */
export function withoutEscapes(word: string): string {
  return word.replace(/\\(.)/g, '$1');
}

/** The words before a comment. */
export function beforeComment(words: readonly string[]): string[] {
  const at = words.findIndex(word => word.startsWith('#'));
  return at < 0 ? [...words] : words.slice(0, at);
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A user, a team or a group of GitHub, or an address. */
export function isGithubOwner(word: string): boolean {
  return /^@[\w-]+(\/[\w.-]+)?$/.test(word) || EMAIL.test(word);
}

/** A user, a group, a role (`@@maintainers`) or an address. */
export function isGitlabOwner(word: string): boolean {
  return (
    /^@[\w.-]+(\/[\w.-]+)*$/.test(word) ||
    /^@@(developer|maintainer|owner)s?$/.test(word) ||
    EMAIL.test(word)
  );
}

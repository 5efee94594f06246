/**
 * Does a name match a glob? `*` stands for any text, `?` for one character. Takes
 * time in proportion to both lengths at worst, whatever the pattern.
 */
export function globMatches(pattern: string, name: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resume = 0;
  while (at < name.length) {
    const sign = pattern[inPattern];
    if (sign === '*') {
      star = inPattern;
      resume = at;
      inPattern += 1;
    } else if (sign === '?' || sign === name[at]) {
      inPattern += 1;
      at += 1;
    } else if (star >= 0) {
      // Lets the last star take one character more, and tries again.
      resume += 1;
      at = resume;
      inPattern = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}

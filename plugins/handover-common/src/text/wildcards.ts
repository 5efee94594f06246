/**
 * Whether a name matches a pattern in which `*` stands for any number of
 * characters and `?` for one. Both are lists of characters. Takes time
 * proportional to the product of the lengths whatever the pattern, unlike a
 * regular expression.
 */
export function matchesWildcards(
  pattern: readonly string[],
  name: readonly string[],
): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let resume = 0;
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = n;
    } else if (
      p < pattern.length &&
      (pattern[p] === '?' || pattern[p] === name[n])
    ) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') {
    p++;
  }
  return p === pattern.length;
}

/**
 * Whether any text matches both patterns. Takes time proportional to the product
 * of their lengths.
 */
export function wildcardsOverlap(
  a: readonly string[],
  b: readonly string[],
): boolean {
  // `row[j]`: whether the ends of the patterns from `a[i]` and from `b[j]` on
  // overlap. `below` is the row of `a[i + 1]`. There is nothing beyond the ends.
  let below: boolean[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) {
        row[j] = true;
      } else if (a[i] === '*' || b[j] === '*') {
        row[j] = Boolean(below[j] || row[j + 1]);
      } else {
        const isSame = a[i] === b[j] || a[i] === '?' || b[j] === '?';
        row[j] = Boolean(isSame && below[j + 1]);
      }
    }
    below = row;
  }
  return below[0];
}

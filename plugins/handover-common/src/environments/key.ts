/** Printable ASCII, where Unicode changes nothing but the case. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Normalizes an environment name, so that all spellings have the same key. Two
 * names with the same key are the same name: case and surrounding space do not
 * count.
 *
 * Other characters are compared by Unicode compatibility (NFKC) and case, the
 * same in every language: fullwidth `ｐｒｏｄ` is `prod`, `Straße` is `STRASSE`,
 * and a dotted `İ` is not an `i`.
 *
 * @alpha
 */
export function environmentKey(name: string): string {
  if (PLAIN.test(name)) {
    return name.trim().toLowerCase();
  }
  // Upper case first: it joins letters that have several lower case forms.
  // Changing the case can undo the normal form and the other way round.
  return normalized(normalized(name)).trim();
}

function normalized(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

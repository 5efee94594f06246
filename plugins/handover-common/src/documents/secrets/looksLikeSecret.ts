/** How much a value must look like a secret, given what stands around it. */
export type Strength =
  /** Where nothing but a secret stands: all that is no reference or placeholder. */
  | 'given'
  /** The value of a password: people choose short ones. */
  | 'password'
  /** The value of a token or key: machines make long ones. */
  | 'token'
  /** A word in a sentence: only what no one would write for another reason. */
  | 'strong';

const MIN_LENGTH: Record<Strength, number> = {
  given: 3,
  password: 6,
  token: 12,
  strong: 8,
};

/**
 * Values that say where a secret is: variables, templates, links to a secret
 * store, files, placeholders.
 */
const REFERENCE =
  /^(?:\$|%|\{\{|<|\*+$|@|~?\.{0,2}\/|(?:https?|vault|ssm|op|awssm|gcpsm|aws-?sm|azurekv|secretsmanager|file|env|ref|kv|sops|lastpass|keepass|bitwarden|1password):|(?:1password|keepass|bitwarden|lastpass)(?![a-z0-9])|arn:aws|projects\/|process\.env|os\.environ|secrets\.|vars\.|params\.)/i;

/** Words that stand in the place of a value that was taken out. */
const PLACEHOLDER =
  /^(?:x+|\*+|\.+|-+|redacted|masked|hidden|removed|secret|changeme|change-me|placeholder|example|your[-_].*|my[-_].*|none|null|true|false|required|optional)$/i;

/** What people write in the place of a password in an example of a link. */
const STAND_IN =
  /^(?:(?:the|db|user|my|your|some)?[-_]?(?:pass(?:word|wd|phrase)?|pwd?|token|pat|key|secret|api[-_]?key|credentials?)|x-oauth-basic|\[?redacted\]?|\*+|x+|\.{3}|…|\{[^}]*\}|\[[^\]]*\])$/i;

/**
 * Tells a secret from a word, a name such as `orders-db-v2` and a reference such
 * as `$DB_PASSWORD`, which people write after the same keys.
 */
export function looksLikeSecret(
  value: string,
  options: { strength: Strength },
): boolean {
  const { strength } = options;
  // Punctuation that ends a sentence is not part of the value.
  const secret =
    strength === 'given' ? value : value.replace(/[.,:;!?)]+$/, '');
  if (
    secret.length < MIN_LENGTH[strength] ||
    REFERENCE.test(secret) ||
    PLACEHOLDER.test(secret)
  ) {
    return false;
  }
  if (strength === 'given') {
    return !STAND_IN.test(secret);
  }
  if (isName(secret)) {
    return false;
  }
  const digit = /\d/.test(secret);
  const letter = /[a-z]/i.test(secret);
  const mixedCase = /[a-z]/.test(secret) && /[A-Z]/.test(secret);
  const symbol = /[^\w./:-]/.test(secret);
  switch (strength) {
    case 'password':
      return digit || symbol;
    case 'token':
      return digit && letter;
    case 'strong':
      return digit && letter && (symbol || mixedCase);
    default:
      return false;
  }
}

/**
 * Words with separators, a number or version here and there: how secrets,
 * environments and hosts are named (`orders-db-v2`, `prod/eu1/db`), and a single
 * word without digits.
 */
function isName(value: string): boolean {
  const parts = value.split(/[-_./:]/);
  return parts.every(
    part =>
      /^[a-z]*$/i.test(part) ||
      (parts.length > 1 && /^(?:\d{1,4}|[a-z]{1,8}\d{1,2})$/i.test(part)),
  );
}

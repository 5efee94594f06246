import { looksLikeSecret } from './looksLikeSecret';

/** A part of a text that holds a secret, `[start, end)` in UTF-16 code units. */
export type SecretRange = { start: number; end: number; kind: string };

type Pattern = {
  kind: string;
  /** With the flags `g` and `d`; group 1, if there is one, is the secret. */
  expression: RegExp;
  /** Decides by the secret and what follows it on its line. */
  accept?: (secret: string, before: string, rest: string) => boolean;
};

/** Words that name a secret, alone or as the end of a key: `ORDERS_DB_PASSWORD`, `apiKey`. */
const PASSWORD_WORD = String.raw`(?:passwords?|passwd|passphrase|pwd|(?<![a-z])pass)`;
const KEY_WORD = String.raw`(?:secrets?|tokens?|(?:api|access|account|private|secret|signing|encryption)[_-]?keys?|credentials?)`;
/** Up to white space, a quote or what closes the value in JSON and flow YAML. */
const VALUE = String.raw`([^\s"'\x60,;{}()[\]]{4,})`;

/** `word: value`, `word = value`, `"word": "value"`, `--word value`. */
function assignment(word: string): RegExp[] {
  return [
    new RegExp(
      String.raw`${word}["'\x60]?[ \t]{0,8}(?::|=>?)[ \t]{0,8}["'\x60]?${VALUE}`,
      'gid',
    ),
    new RegExp(
      String.raw`--[a-z0-9-]{0,40}${word}[ \t]{1,8}["']?${VALUE}`,
      'gid',
    ),
  ];
}

/**
 * Does a value stand alone, as a secret does, or does a sentence go on after it?
 * `the password: ask2 the lead` is prose.
 */
function standsAlone(before: string, rest: string): boolean {
  // `PASSWORD=x psql` is a command, whatever comes after it.
  return (
    /=["'`]?$/.test(before) ||
    /^["'`)\],;}]*\s*(?:$|#|["'`)\]}&|\\])/.test(rest)
  );
}

const PATTERNS: Pattern[] = [
  ...assignment(PASSWORD_WORD).map(expression => ({
    kind: 'password',
    expression,
    accept: (secret: string, before: string, rest: string) =>
      looksLikeSecret(secret, {
        strength: standsAlone(before, rest) ? 'password' : 'strong',
      }),
  })),
  ...assignment(KEY_WORD).map(expression => ({
    kind: 'token or key',
    expression,
    accept: (secret: string, before: string, rest: string) =>
      looksLikeSecret(secret, {
        strength: standsAlone(before, rest) ? 'token' : 'strong',
      }),
  })),
  {
    kind: 'password',
    expression:
      /\b(?:passwords?|passphrase)[ \t]+(?:is|was)[ \t]+["'`]?([^\s"'`]{6,})/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'password' }),
  },
  {
    // curl -u name:password
    kind: 'password',
    expression:
      /(?:\s-u|--user)[ \t=]{1,4}["']?[^\s:"']{1,80}:([^\s"'@]{4,})/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'password' }),
  },
  {
    kind: 'bearer token',
    expression: /\bBearer[ \t]+([\w.~+/-]{16,}=*)/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'token' }),
  },
  {
    kind: 'JSON Web Token',
    expression: /\b(eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,})/dg,
  },
  {
    kind: 'Google API key',
    expression: /(?<![\w-])(AIza[\w-]{35})(?![\w-])/dg,
  },
  {
    kind: 'private key',
    expression:
      /(-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----)/dg,
  },
  {
    // Base64 of a PEM key, as in a kubeconfig or a Secret: `-----BEGIN `.
    kind: 'private key',
    expression:
      /\b(?:client-key-data|tls\.key|key)["']?[ \t]{0,8}:[ \t]{0,8}["']?(LS0tLS1CRUdJTi[\w+/]{20,}={0,2})/dgi,
  },
];

/** Secrets that the maintained rules do not know, or know only in some files. */
export function findByPattern(text: string): SecretRange[] {
  return PATTERNS.flatMap(({ kind, expression, accept }) =>
    [...text.matchAll(expression)].flatMap(match => {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index];
      const lineEnd = text.indexOf('\n', end);
      const before = text.slice(match.index, start);
      const rest = text.slice(end, lineEnd < 0 ? undefined : lineEnd);
      return !accept || accept(match[1], before, rest)
        ? [{ start, end, kind }]
        : [];
    }),
  );
}

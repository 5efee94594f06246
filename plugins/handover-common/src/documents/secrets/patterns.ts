import { findKnownTokens } from './knownTokens';
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
const PASSWORD_WORD = String.raw`(?:passwor[dt]s?|passwd|passphrase|passcode|kennwort|contrase(?:ñ|n)a|mot de passe|pwd|(?<![a-z])pw|(?<![a-z])pass)`;
const KEY_WORD = String.raw`(?:secrets?|tokens?|(?:api|app|access|account|admin|auth|client|encryption|hmac|ingest|integration|license|master|private|routing|secret|session|shared|signing|storage|subscription|webhook)[ _-]?keys?|credentials?)`;
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
    // scheme://user:password@host; the user may be left out.
    kind: 'password in a link',
    expression:
      /:\/\/[^\s/:@"'`<>]{0,100}:([^\s/@"'`<>]{3,200})@(?=[\w.[$-])/dg,
    accept: secret => looksLikeSecret(secret, { strength: 'given' }),
  },
  {
    kind: 'token in a link',
    expression: /:\/\/([\w~.-]{20,200})(?::x-oauth-basic)?@(?=[\w.[-])/dg,
    accept: secret => looksLikeSecret(secret, { strength: 'token' }),
  },
  {
    kind: 'token in a link',
    expression:
      /[?&;](?:sig|signature|x-amz-signature|access_token|auth_token|token|api_?key|apikey|key|secret|code)=([\w%+/=.~-]{16,300})/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'token' }),
  },
  {
    kind: 'webhook address',
    expression:
      /\b(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/webhooks\/\d{5,30}\/|webhook\.office\.com\/webhookb2\/|outlook\.office(?:365)?\.com\/webhook\/|hooks\.zapier\.com\/hooks\/catch\/)([\w@/-]{12,300})/dgi,
    accept: secret => /\d/.test(secret) && !/^[x/0-]+$/i.test(secret),
  },
  {
    kind: 'one-time password secret',
    expression: /otpauth:\/\/[^\s"']{0,200}[?&]secret=([A-Z2-7]{12,100})/dgi,
  },
  {
    kind: 'Basic credentials',
    expression: /\bBasic[ \t]{1,4}([\w+/-]{8,400}={0,2})/dg,
    accept: isBasic,
  },
  {
    // The configuration of a Docker client.
    kind: 'Basic credentials',
    expression: /"auth"[ \t]{0,4}:[ \t]{0,4}"([\w+/]{8,400}={0,2})"/dg,
    accept: isBasic,
  },
  {
    kind: 'token',
    expression:
      /\bauthorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:(?:token|apikey|api-key|ssws|geniekey|splunk|key|digest)[ \t]{1,4})?(?:token[ \t]?=[ \t]?)?["']?([\w+/=.~-]{16,300})/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'token' }),
  },
  {
    kind: 'token',
    expression: /\bGenieKey[ \t]{1,4}([\w-]{16,60})/dg,
    accept: secret => looksLikeSecret(secret, { strength: 'token' }),
  },
  {
    // Cookie: session=…; Set-Cookie: …
    kind: 'session cookie',
    expression:
      /\bcookie["']?[ \t]{0,4}:[ \t]{0,4}["']?(?:[^\s=;]{1,60}=[^\s;]{0,60};[ \t]{0,4}){0,10}[^\s=;]{1,60}=([\w%+/=.~-]{20,400})/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'token' }),
  },
  {
    // sshpass -p, az login -p -p, redis-cli -a, ldapsearch -w, mysql -pSecret
    kind: 'password',
    expression:
      /\b(?:sshpass[ \t]{1,4}-p[ \t]{0,4}|(?<=[\w-][ \t])login\b[^\n|;]{0,120}[ \t]-p[ \t]{1,4}|redis-cli\b[^\n|;]{0,120}[ \t]-a[ \t]{1,4}|ldap\w{1,12}\b[^\n|;]{0,200}[ \t]-w[ \t]{1,4}|mysql(?:dump|admin)?\b[^\n|;]{0,120}[ \t]-p|htpasswd\b[^\n|;]{0,60}[ \t]-\w{0,5}b\w{0,5}[ \t]{1,4}[^\s]{1,80}[ \t]{1,4}[^\s]{1,80}[ \t]{1,4})["']?([^\s"'`$<>|;]{4,100})/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'password' }),
  },
  {
    // smbclient -U user%password; openssl -passin pass:password
    kind: 'password',
    expression:
      /(?:\s-U[ \t]{0,4}["']?[\w\\.-]{1,60}%|\bpass:)([^\s"'`$<>]{5,100})/dg,
    accept: secret => looksLikeSecret(secret, { strength: 'password' }),
  },
  {
    // SQL: IDENTIFIED BY 'x', PASSWORD 'x'
    kind: 'password',
    expression:
      /\b(?:identified[ \t]{1,4}by|password)[ \t]{1,4}'([^'\n]{4,100})'/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'password' }),
  },
  {
    // echo x | docker login --password-stdin
    kind: 'password',
    expression:
      /\becho[ \t]{1,4}(?:-n[ \t]{1,4})?["']?([^\s"'`$<>|]{6,100})["']?[ \t]{0,4}\|[^\n]{0,160}--password-stdin/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'password' }),
  },
  {
    // login: admin / Sup3rS3cret
    kind: 'password',
    expression:
      /\b(?:logins?|log[ \t]in|credentials?|user(?:name)?|account)\b[^\n:=]{0,24}[:=]?[ \t]{1,4}[\w.@-]{2,60}[ \t]{0,2}[/:|][ \t]{0,2}([^\s"'`/]{8,60})(?=[\s"'`)]|$)/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'strong' }),
  },
  {
    kind: 'storage key',
    expression: /\b(?:AccountKey|SharedAccessKey)=([\w+/]{20,120}={0,2})/dgi,
  },
  {
    kind: 'bearer token',
    expression: /\bBearer[ \t]+([\w.~+/-]{16,}=*)/dgi,
    accept: secret => looksLikeSecret(secret, { strength: 'token' }),
  },
  {
    kind: 'private key',
    expression:
      /(-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d:)/dg,
  },
  {
    // Base64 of a PEM key, as in a kubeconfig or a Secret: `-----BEGIN `.
    kind: 'private key',
    expression:
      /\b(?:client-key-data|tls\.key|key)["']?[ \t]{0,8}:[ \t]{0,8}["']?(LS0tLS1CRUdJTi[\w+/]{20,}={0,2})/dgi,
  },
];

/** Whether the text of a Basic header is one: `user:password` in base64. */
function isBasic(encoded: string): boolean {
  try {
    const text = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'));
    const [, password] =
      /^[\x20-\x7e]{0,200}?:([\x20-\x7e]{1,200})$/.exec(text) ?? [];
    return (
      password !== undefined && looksLikeSecret(password, { strength: 'given' })
    );
  } catch {
    return false;
  }
}

/** Finds secrets by their form or by the text around them. */
export function findByPattern(text: string): SecretRange[] {
  return [
    ...findKnownTokens(text),
    ...PATTERNS.flatMap(pattern => rangesOf(text, pattern)),
  ];
}

function rangesOf(
  text: string,
  { kind, expression, accept }: Pattern,
): SecretRange[] {
  // Most are nowhere: a search costs less than a list of what was found.
  if (text.search(expression) < 0) {
    return [];
  }
  return [...text.matchAll(expression)].flatMap(match => {
    const [start, end] = match.indices?.[1] ?? [match.index, match.index];
    const lineEnd = text.indexOf('\n', end);
    const before = text.slice(match.index, start);
    const rest = text.slice(end, lineEnd < 0 ? undefined : lineEnd);
    return !accept || accept(match[1], before, rest)
      ? [{ start, end, kind }]
      : [];
  });
}

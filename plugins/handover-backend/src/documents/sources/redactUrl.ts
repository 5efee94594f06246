const SECRET_PARAMETER =
  /token|sig|signature|key|secret|password|passwd|auth|credential/i;

/** The URL without user, password and the values of parameters that look secret. */
export function redactUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return '<malformed URL>';
  }
  if (parsed.username || parsed.password) {
    parsed.username = '';
    parsed.password = '';
  }
  for (const name of new Set(parsed.searchParams.keys())) {
    if (SECRET_PARAMETER.test(name)) {
      parsed.searchParams.set(name, 'redacted');
    }
  }
  return parsed.toString();
}

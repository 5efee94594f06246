/** A host, or the hosts below it; with the port that it may be asked at. */
type Pattern = { host: string; below: boolean; port?: string };

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const PATTERN = new RegExp(
  `^(?<any>\\*\\.)?(?<host>${LABEL}(?:\\.${LABEL})*)(?::(?<port>[1-9]\\d{0,4}))?$`,
);

/** The hosts that links may lead to for a request to be made. */
export class AllowedHosts {
  readonly #patterns: readonly Pattern[];

  /** @throws Error that names the first pattern that is none. */
  static of(patterns: readonly string[]): AllowedHosts {
    return new AllowedHosts(patterns.map(toPattern));
  }

  private constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
  }

  get isEmpty(): boolean {
    return this.#patterns.length === 0;
  }

  /** An entry without port allows the default port of the scheme only. */
  allows(url: URL): boolean {
    if (
      !['http:', 'https:'].includes(url.protocol) ||
      url.username ||
      url.password
    ) {
      return false;
    }
    const port = url.port || (url.protocol === 'http:' ? '80' : '443');
    return this.#patterns.some(
      pattern =>
        (pattern.below
          ? url.hostname.endsWith(`.${pattern.host}`)
          : url.hostname === pattern.host) &&
        (pattern.port === undefined ? url.port === '' : port === pattern.port),
    );
  }
}

function toPattern(text: string): Pattern {
  const groups = PATTERN.exec(text.toLocaleLowerCase('en-US'))?.groups;
  if (!groups || Number(groups.port ?? 0) > 65_535) {
    throw new Error(
      `'${text}' is not a host such as wiki.example.com, *.example.com or git.example.com:8443`,
    );
  }
  const labels = groups.host.split('.');
  // Numbers at the end are an address, whose ends are no domain.
  if (groups.any && (labels.length < 2 || /^\d+$/.test(labels.at(-1)!))) {
    throw new Error(
      `'${text}' allows too much: name a domain such as *.example.com`,
    );
  }
  return {
    host: groups.host,
    below: groups.any !== undefined,
    port: groups.port,
  };
}

/** Hosts whose repositories have the same address on the web as for git. */
const KNOWN_HOSTS = /^(github\.com|gitlab\.com|bitbucket\.org)\//;

/** Addresses are shorter. */
const MAX_LENGTH = 500;

/**
 * The web address of a repository, from the forms that package files give it
 * (`git+https://…`, `scm:git:git@host:group/name.git`, `github:group/name`), or
 * undefined for any other. User names and passwords in it are left out.
 */
export function repositoryUrl(reference: string): string | undefined {
  if (reference.length > MAX_LENGTH) {
    return undefined;
  }
  const plain = reference
    .trim()
    .replace(/^scm:(git|git:git):/i, '')
    .replace(/^git\+/, '')
    .replace(/^github:/, 'https://github.com/')
    .replace(/^gitlab:/, 'https://gitlab.com/')
    .replace(/^([\w.-]+)\/([\w.-]+)$/, 'https://github.com/$1/$2')
    .replace(/^(?:ssh:\/\/)?git@([\w.-]+)[:/](?!\d)/, 'https://$1/')
    .replace(/^git:\/\//, 'https://');
  if (!/^https?:\/\//.test(plain) || !URL.canParse(plain)) {
    return undefined;
  }
  const { protocol, host, pathname } = new URL(plain);
  return `${protocol}//${host}${pathname.replace(/(\.git)?\/*$/, '')}`;
}

/** The repository that a Go module path names, where the path alone tells. */
export function repositoryOfModule(path: string): string | undefined {
  return KNOWN_HOSTS.test(path)
    ? `https://${path.split('/').slice(0, 3).join('/')}`
    : undefined;
}

import type { Entity } from '@backstage/catalog-model';

const LOCATIONS = [
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
];
const GITHUB_PROJECT = 'github.com/project-slug';
const COMMIT = /^[0-9a-f]{7,64}$/i;

/**
 * The page of the source host that shows what changed between two commits.
 *
 * @returns undefined if the repository is unknown, or its host isn't GitHub,
 *   GitLab or Gitea
 */
export function compareUrl(
  { metadata: { annotations = {} } }: Entity,
  { from, to }: { from?: string; to?: string },
): string | undefined {
  if (!from || !to || from === to || ![from, to].every(is => COMMIT.test(is))) {
    return undefined;
  }
  const range = `${from}...${to}`;
  for (const key of LOCATIONS) {
    const found = toRepository(annotations[key]);
    if (found) {
      return `${found}/${range}`;
    }
  }
  const slug = annotations[GITHUB_PROJECT];
  return slug && /^[\w.-]+\/[\w.-]+$/.test(slug)
    ? `https://github.com/${slug}/compare/${range}`
    : undefined;
}

/** The address below which a host compares commits, from that of a file. */
function toRepository(location: string | undefined): string | undefined {
  const url = location?.replace(/^url:/, '') ?? '';
  const [, gitlab] = /^(https?:\/\/[^?#]+?)\/-\//.exec(url) ?? [];
  if (gitlab) {
    return `${gitlab}/-/compare`;
  }
  const [, repository] =
    /^(https?:\/\/[^/?#]+\/[^/?#]+\/[^/?#]+)\/(?:tree|blob|src\/(?:branch|commit|tag))\//.exec(
      url,
    ) ?? [];
  return repository && `${repository}/compare`;
}

import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';

/** Where the repository of an entity is, as templates need it. */
type FoundRepository = {
  /** `local` is a folder of the portal. */
  host: 'github' | 'gitlab' | 'local';
  /** Of a remote repository: as in the field `RepoUrlPicker`. */
  repoUrl?: string;
  /** Of a remote repository: where its files are. */
  sourceUrl?: string;
  /** Of a remote repository: the folder of the entity, unless it is the root. */
  path?: string;
};

const TITLES = { github: 'GitHub', gitlab: 'GitLab' };

/**
 * Finds the repository of an entity by its source location.
 *
 * @throws InputError that says what to change
 */
export function repositoryOf(
  { metadata }: Entity,
  integrations: Pick<ScmIntegrations, 'byUrl'>,
): FoundRepository {
  const { annotations = {}, name } = metadata;
  const location = annotations[ANNOTATION_SOURCE_LOCATION];
  // The catalog gives files no source location.
  if ((location ?? annotations[ANNOTATION_LOCATION])?.startsWith('file:')) {
    return { host: 'local' };
  }
  if (location === undefined) {
    throw new InputError(
      `The catalog does not know where the repository of '${name}' is. Add the annotation '${ANNOTATION_SOURCE_LOCATION}' to its catalog-info.yaml, for example url:https://github.com/acme/${name}/`,
    );
  }
  const sourceUrl = location.replace(/^url:/, '');
  const host = integrations.byUrl(sourceUrl)?.type;
  if (host !== 'github' && host !== 'gitlab') {
    throw new InputError(
      `The portal has no integration with GitHub or GitLab for ${sourceUrl}, the source location of '${name}'. Ask your administrators to add one to 'integrations', or write the handover yourself: the tab has a file to copy`,
    );
  }
  const { host: domain, pathname } = new URL(sourceUrl);
  const trimmed = pathname.replace(/^\/|\/$|\.git\/?$/g, '');
  const [repository] = trimmed.split(/\/(?:-\/|tree\/|blob\/)/);
  const parts = repository.split('/');
  if (parts.length < 2 || (host === 'github' && parts.length > 2)) {
    throw new InputError(
      `${sourceUrl}, the source location of '${name}', names no repository of ${TITLES[host]}. Correct the annotation '${ANNOTATION_SOURCE_LOCATION}'`,
    );
  }
  const repo = parts.pop()!;
  const query = new URLSearchParams({ owner: parts.join('/'), repo });
  const path = folderOf(trimmed.slice(repository.length));
  return {
    host,
    repoUrl: `${domain}?${query}`,
    sourceUrl,
    ...(path && { path }),
  };
}

/**
 * The folder that `/tree/main/services/orders` names. As in Backstage, the branch
 * is the first part, with its slashes encoded.
 */
function folderOf(place: string): string {
  const [, kind, inside = ''] =
    place.match(/^\/(?:-\/)?(tree|blob)\/[^/]+\/(.+)$/) ?? [];
  const parts = decodeURIComponent(inside).split('/');
  return (kind === 'blob' ? parts.slice(0, -1) : parts).join('/');
}

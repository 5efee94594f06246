import type { Build } from './schemas';

type Action = NonNullable<NonNullable<Build['actions']>[number]>;
type Revision = NonNullable<Action['lastBuiltRevision']>;
type Checkout = { revision: Revision; repositories: string[] };

/** Jenkins adds it to builds that use a shared library. */
const LIBRARIES = 'org.jenkinsci.plugins.workflow.libs.LibrariesAction';

/**
 * What a build checked out of its own repository. Jenkins lists every
 * repository that was checked out, shared libraries first, and does not say
 * which is the job's own. Undefined if that is unknown.
 *
 * @param of.branch - of a multibranch project
 * @param of.source - where the entity's code is
 */
export function findRevision(
  build: Build,
  of: { branch?: string; source?: string },
): Revision | undefined {
  const checkouts = checkoutsOf(build);
  const source = of.source && toRepository(of.source);
  const ofEntity = checkouts.filter(({ repositories }) =>
    repositories.some(
      each => source === each || source?.startsWith(`${each}/`),
    ),
  );
  if (ofEntity.length > 0) {
    return onlyOne(ofEntity);
  }
  if (of.branch !== undefined) {
    return onlyOne(checkouts.filter(each => isOfBranch(each, of.branch)));
  }
  const hasLibraries = build.actions?.some(each => each?._class === LIBRARIES);
  return hasLibraries ? undefined : onlyOne(checkouts);
}

/** Without what Git puts before it. A commit that was built has no branch. */
export function toBranch(name: string | undefined): string | undefined {
  const branch = name?.replace(/^(?:refs\/)?(?:remotes\/)?(?:origin\/)?/, '');
  return branch && branch !== 'detached' ? branch : undefined;
}

function checkoutsOf({ actions = [] }: Build): Checkout[] {
  return actions.flatMap(action => {
    const revision = action?.lastBuiltRevision;
    return revision?.SHA1
      ? [
          {
            revision,
            repositories: (action?.remoteUrls ?? []).flatMap(url =>
              url ? [toRepository(url)] : [],
            ),
          },
        ]
      : [];
  });
}

/** The revision, if all of them are the same commit. */
function onlyOne(checkouts: readonly Checkout[]): Revision | undefined {
  const commits = new Set(checkouts.map(({ revision }) => revision.SHA1));
  return commits.size === 1 ? checkouts[0].revision : undefined;
}

/** A commit that was checked out by itself may be of any branch. */
function isOfBranch(
  { revision }: Checkout,
  branch: string | undefined,
): boolean {
  const names = (revision.branch ?? []).map(({ name }) => toBranch(name));
  return names.includes(branch) || names.every(name => name === undefined);
}

/** `host/path` of an address of Git, however it is written. */
function toRepository(url: string): string {
  return url
    .replace(/^url:/, '')
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?:\d+\/)?\/?/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}

import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { at, unknown } from '../../types';
import type { SourceFile } from '../../types';
import { inForce } from './inForce';
import { readGithubOwners } from './readGithubOwners';
import { hasSections, readGitlabOwners } from './readGitlabOwners';

/** Most rules that are proposed: a longer file is better read itself. */
const MAX_RULES = 20;

type Host = 'github' | 'gitlab';

/** Where each host looks for the file, first one first. */
const PLACES: Record<Host, readonly string[]> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};

export function isCodeowners(path: string): boolean {
  return Object.values(PLACES).some(places => places.includes(path));
}

/**
 * CODEOWNERS: whom to ask about which part. The owner of the service itself is the
 * catalog's, and proposed nowhere.
 *
 * @param sourceLocation - where the catalog says that the repository is
 */
export function fromCodeowners(
  files: readonly SourceFile[],
  sourceLocation?: string,
): Proposal[] {
  const host = hostOf(files, sourceLocation);
  const file = PLACES[host]
    .map(path => files.find(each => each.path === path))
    .find(Boolean);
  if (!file) {
    return [];
  }
  const rules =
    host === 'gitlab'
      ? readGitlabOwners(file.text)
      : readGithubOwners(file.text);
  const found = inForce(rules);
  const [left] = found.slice(MAX_RULES);
  return [
    ...found.slice(0, MAX_RULES).map(
      ({ pattern, owners, line }): Proposal => ({
        kind: 'item',
        field: 'escalation.contactFor',
        value: {
          topic:
            pattern === '*'
              ? 'Changes to the code'
              : `Changes to ${codeSpan(pattern)}`,
          who: owners.join(', '),
        },
        evidence: at(file.path, line),
      }),
    ),
    ...(left
      ? [
          unknown(
            `whom to ask about the parts that the last ${
              found.length - MAX_RULES
            } rules name: only the first ${MAX_RULES} are in the draft`,
            at(file.path, left.line),
          ),
        ]
      : []),
  ];
}

/**
 * The host whose rules hold: that of the catalog's source location; else the one
 * whose folder the file is in; else the one whose pipelines or sections there are;
 * else GitHub, whose rules are the narrower ones.
 */
function hostOf(
  files: readonly SourceFile[],
  sourceLocation: string | undefined,
): Host {
  const host =
    /^(?:url:)?https?:\/\/([^/]+)/.exec(sourceLocation ?? '')?.[1] ?? '';
  if (/github/i.test(host)) {
    return 'github';
  }
  if (/gitlab/i.test(host)) {
    return 'gitlab';
  }
  const has = (pattern: RegExp) => files.some(({ path }) => pattern.test(path));
  const owners = files.filter(({ path }) => isCodeowners(path));
  const isOnly = (path: string) =>
    owners.length === 1 && owners[0].path === path;
  if (isOnly('.github/CODEOWNERS')) {
    return 'github';
  }
  if (isOnly('.gitlab/CODEOWNERS')) {
    return 'gitlab';
  }
  const isOnGithub = has(/^\.github\//);
  const isOnGitlab = has(/^\.gitlab(-ci\.ya?ml$|\/)/);
  if (isOnGithub !== isOnGitlab) {
    return isOnGithub ? 'github' : 'gitlab';
  }
  return owners.some(({ text }) => hasSections(text)) ? 'gitlab' : 'github';
}

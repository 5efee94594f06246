import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { fromCatalogEntity } from './sources/catalogEntity';
import type { DraftedEntity } from './sources/catalogEntity';
import {
  fromCodeowners,
  isCodeowners,
} from './sources/codeowners/fromCodeowners';
import { fromDockerfile } from './sources/dockerfile';
import { fromGoMod } from './sources/goMod';
import { fromHelmChart, fromHelmValues } from './sources/helmChart';
import { fromKubernetes, fromKustomization } from './sources/kubernetes';
import { fromClusterObject } from './sources/clusterObjects';
import type { ClusterObject } from './sources/clusterObjects';
import { fromPackageJson } from './sources/packageJson';
import { fromPom } from './sources/pom';
import { fromReadme } from './sources/readme';
import { fromTerraform } from './sources/terraform';
import { fromPipelines } from './pipelines/fromPipelines';
import { readGithubWorkflow } from './pipelines/github/readGithubWorkflow';
import { readGitlabPipeline } from './pipelines/gitlab/readGitlabPipeline';
import { readJenkinsfile } from './pipelines/jenkins/readJenkinsfile';
import type { Pipeline } from './pipelines/types';
import { Effort } from './Effort';
import { RepositoryFiles } from './RepositoryFiles';
import { at, unknown } from './types';
import type { SourceFile } from './types';
import { UnreadableError } from './UnreadableError';
import { withQuotes } from './withQuotes';
import { readYamlFile } from './yamlFile';

type Reads<T> = {
  matches: (path: string) => boolean;
  read: (file: SourceFile, repository: RepositoryFiles) => T;
  /** Of several, only the first counts: the one that is least deep. */
  one?: true;
};

/** Folders whose files show or test something, and do not run the service. */
const BESIDE =
  /(^|\/)(docs?|examples?|samples?|tests?|e2e|hack|fixtures|\.[^/]+)\//i;

const isYaml = (path: string) => /\.ya?ml$/.test(path);
const named = (pattern: RegExp) => (path: string) => pattern.test(path);
const ofService = (pattern: RegExp) => (path: string) =>
  pattern.test(path) && !BESIDE.test(path);

const README: Reads<Proposal[]> = {
  matches: named(/^readme\.(md|markdown)$/i),
  read: fromReadme,
  one: true,
};

/** In the order in which the first proposal for a text wins. */
const FILES: Reads<Proposal[]>[] = [
  { matches: named(/^package\.json$/), read: fromPackageJson },
  { matches: named(/^pom\.xml$/), read: fromPom },
  { matches: named(/^go\.mod$/), read: fromGoMod },
  {
    matches: ofService(/(^|\/)Dockerfile$/),
    read: fromDockerfile,
    one: true,
  },
  {
    matches: path =>
      ofService(/(^|\/)Chart\.ya?ml$/)(path) &&
      !/(^|\/)charts\/[^/]+\/charts\//.test(path),
    read: fromHelmChart,
    one: true,
  },
  {
    matches: ofService(/(^|\/)values[.-][^/]+\.ya?ml$|\/values\.ya?ml$/),
    read: fromHelmValues,
  },
  {
    matches: ofService(/(^|\/)kustomization\.ya?ml$/),
    read: fromKustomization,
  },
  {
    matches: path => isYaml(path) && !BESIDE.test(path),
    read: fromKubernetes,
  },
  { matches: ofService(/\.tf$/), read: fromTerraform, one: true },
];

const PIPELINES: Reads<Pipeline | undefined>[] = [
  { matches: named(/^Jenkinsfile$/), read: readJenkinsfile },
  { matches: named(/^\.gitlab-ci\.ya?ml$/), read: readGitlabPipeline },
  {
    matches: named(/^\.github\/workflows\/[^/]+\.ya?ml$/),
    read: readGithubWorkflow,
  },
];

/** Files that others refer to: included pipelines, actions and scripts. */
const REFERRED = [
  /^\.github\/.+\.ya?ml$/,
  /(^|\/)action\.ya?ml$/,
  /^\.?(gitlab|gitlab-ci|ci|cicd|pipelines?)\/.+\.ya?ml$/i,
  /(^|[/.-])gitlab-ci\.ya?ml$/,
  /^(GNUm|M)akefile$/,
  /^(\.?(bin|ci|cicd|build|deploy|deployment|devops|hack|ops|script|scripts|tools|github|gitlab|circleci|buildkite)\/([^/]+\/)?)?[^/]+\.(sh|bash)$/,
  /^(bin|script|scripts|ci)\/[\w-]+$/,
];

export type ProposeOptions = {
  /** For all pipelines together. By default, each has an effort of its own. */
  effort?: Effort;
};

/** Can anything be drafted from a file with this path? */
export function isSource(path: string): boolean {
  return (
    [README, ...FILES, ...PIPELINES].some(({ matches }) => matches(path)) ||
    isCodeowners(path) ||
    REFERRED.some(pattern => pattern.test(path))
  );
}

/**
 * What files, the catalog entity and what runs say that belongs into a handover,
 * each with its source; and what they leave open, with every file that could not be
 * read. Of two proposals for the same text the first is the better one.
 *
 * @param files - shallow ones first
 */
export function propose(
  files: SourceFile[],
  entity?: DraftedEntity,
  live: ClusterObject[] = [],
  options: ProposeOptions = {},
): Proposal[] {
  const repository = RepositoryFiles.create(files);
  const unread = new Map<string, Proposal>();
  const read = <T>({ matches, read: readFile, one }: Reads<T>): T[] =>
    files
      .filter(({ path }) => matches(path))
      .slice(0, one ? 1 : undefined)
      .flatMap(file => {
        try {
          return [
            readFile(
              file,
              repository.withEffort(options.effort ?? Effort.create()),
            ),
          ];
        } catch (error) {
          noteUnread(unread, file.path, toUnreadable(error));
          return [];
        }
      });
  const proposals = [
    ...read(README).flat(),
    ...(entity ? fromCatalogEntity(entity) : []),
    ...fromPipelines(PIPELINES.flatMap(read).flatMap(each => each ?? [])),
    ...FILES.flatMap(read).flat(),
    ...fromCodeowners(files, entity?.sourceLocation),
    ...live.flatMap(fromClusterObject),
  ];
  for (const { path, text } of files) {
    // A file that only others refer to has no reader of its own.
    if (isYaml(path) && isReferred(path) && !unread.has(path)) {
      read({
        matches: each => each === path,
        read: () => readYamlFile({ path, text }),
      });
    }
  }
  return withQuotes(files, [...proposals, ...unread.values()]);
}

function isReferred(path: string): boolean {
  return REFERRED.some(pattern => pattern.test(path));
}

/** One file must not stop the draft: what fills the stack is named as well. */
function toUnreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) {
    return error;
  }
  if (error instanceof RangeError) {
    return new UnreadableError('is nested too deep');
  }
  throw error;
}

/** Names a file that is not read; of templates, the folder once. */
function noteUnread(
  unread: Map<string, Proposal>,
  path: string,
  error: UnreadableError,
) {
  if (error.isTemplate) {
    const folder = path.replace(/[^/]*$/, '*');
    unread.set(
      folder,
      unknown(
        'not read: the files are templates, which are YAML only after rendering',
        {
          source: folder,
          confidence: 1,
        },
      ),
    );
  } else {
    unread.set(
      path,
      unknown(`not read: the file ${error.message}`, at(path, error.line)),
    );
  }
}

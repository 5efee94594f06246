import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { fromCatalogEntity } from './sources/catalogEntity';
import type { DraftedEntity } from './sources/catalogEntity';
import { fromCodeowners } from './sources/codeowners';
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
import { readGithubWorkflow } from './pipelines/githubWorkflow';
import { readGitlabPipeline } from './pipelines/gitlabPipeline';
import { readJenkinsfile } from './pipelines/jenkinsfile';
import type { Pipeline } from './pipelines/types';
import type { SourceFile } from './types';
import { withQuotes } from './withQuotes';

type Reads<T> = {
  matches: (path: string) => boolean;
  read: (file: SourceFile) => T;
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
  {
    matches: named(/^((\.github|\.gitlab|docs)\/)?CODEOWNERS$/),
    read: fromCodeowners,
    one: true,
  },
];

const PIPELINES: Reads<Pipeline | undefined>[] = [
  { matches: named(/^Jenkinsfile$/), read: readJenkinsfile },
  { matches: named(/^\.gitlab-ci\.ya?ml$/), read: readGitlabPipeline },
  {
    matches: named(/^\.github\/workflows\/[^/]+\.ya?ml$/),
    read: readGithubWorkflow,
  },
];

/** Can anything be drafted from a file with this path? */
export function isSource(path: string): boolean {
  return [README, ...FILES, ...PIPELINES].some(({ matches }) => matches(path));
}

/**
 * What files, the catalog entity and what runs say that belongs into a handover,
 * each with its source. Of two proposals for the same text the first is the better one.
 *
 * @param files - shallow ones first
 */
export function propose(
  files: SourceFile[],
  entity?: DraftedEntity,
  live: ClusterObject[] = [],
): Proposal[] {
  const read = <T>({ matches, read: readFile, one }: Reads<T>): T[] =>
    files
      .filter(({ path }) => matches(path))
      .slice(0, one ? 1 : undefined)
      .map(readFile);
  return withQuotes(files, [
    ...read(README).flat(),
    ...(entity ? fromCatalogEntity(entity) : []),
    ...fromPipelines(PIPELINES.flatMap(read).flatMap(each => each ?? [])),
    ...FILES.flatMap(read).flat(),
    ...live.flatMap(fromClusterObject),
  ]);
}

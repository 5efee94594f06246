import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import { effectsOfCommand } from '../../effects/commandEffects';
import { jobEffect } from '../../effects/jobEffect';
import { saysDeploy } from '../../effects/scriptName';
import { readCommands } from '../../effects/shell';
import { environmentOfDeployment } from '../../environmentNames';
import type { RepositoryFiles } from '../../RepositoryFiles';
import type { SourceFile } from '../../types';
import type { Value } from '../../yamlFile';
import { namespaceIn } from '../namespaceIn';
import { jobsNotRead, MAX_JOBS } from '../types';
import type { Pipeline, PipelineJob, Unknown } from '../types';
import { readEnvironment } from './environment';
import { GitlabConfig } from './GitlabConfig';
import { GitlabJob } from './GitlabJob';
import { readIncluded } from './readIncluded';
import { readTiming } from './rules';
import type { Timing } from './rules';

/** Keys at the top that are no jobs. */
const KEYWORDS = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'pages',
  'services',
  'spec',
  'stages',
  'variables',
  'workflow',
]);

/** Stages that GitLab has when a file names none. */
const DEFAULT_STAGES = ['.pre', 'build', 'test', 'deploy', '.post'];

/** Pipelines that start others are followed this deep, as GitLab does at most. */
const MAX_CHILDREN = 2;

/** `.gitlab-ci.yml`, with the files of its repository that it includes or starts. */
export function readGitlabPipeline(
  file: SourceFile,
  repository: RepositoryFiles,
): Pipeline | undefined {
  const root = repository.read(file).at(-1);
  if (!root) {
    return undefined;
  }
  const { jobs, unknown } = readJobs(root, repository, new Map(), 0);
  return {
    tool: 'GitLab CI/CD',
    path: file.path,
    jobWord: 'job',
    isPreview: false,
    jobs: jobs.slice(0, MAX_JOBS),
    unknown,
  };
}

type Found = {
  job: GitlabJob;
  timing: Timing;
  /** Undefined where an include may say another one. */
  stage: number | undefined;
};

type Read = { jobs: PipelineJob[]; unknown: Unknown[] };

function readJobs(
  root: Value,
  repository: RepositoryFiles,
  given: ReadonlyMap<string, Value>,
  depth: number,
): Read {
  const config = GitlabConfig.create(root, repository);
  const globals = new Map([
    ...config.roots
      .flatMap(each => each.get('variables')?.entries() ?? [])
      .reverse()
      .map(({ key, value }) => [key, value] as const),
    ...given,
  ]);
  const stages = stagesOf(config);
  const keys = config
    .keys()
    .filter(
      ({ key }) =>
        !KEYWORDS.has(key) &&
        !key.startsWith('.') &&
        config.own(key).some(layer => layer.entries().length > 0),
    );
  const found = keys
    .slice(0, MAX_JOBS)
    .map(({ key, place }): Found => {
      const job = GitlabJob.create(config, key, place);
      return {
        job,
        timing: readTiming(job, config),
        stage: stageOf(job, stages, config),
      };
    })
    .filter(({ timing }) => !timing.isOff);

  const unknown = [...config.unknown];
  if (keys.length > MAX_JOBS) {
    unknown.push(jobsNotRead('job', keys[MAX_JOBS].place));
  }
  const stopping = new Set(
    found.map(({ job }) => job.get('environment', 'on_stop')?.text),
  );
  const jobs: PipelineJob[] = [];
  const children = new Map<string, string[]>();
  for (const each of found) {
    if (jobs.length >= MAX_JOBS) {
      unknown.push(jobsNotRead('job', each.job.place));
      break;
    }
    const read = readJob(each, found, { repository, globals, stopping });
    jobs.push(read.job);
    unknown.push(...read.unknown);
    const child = readChild(each.job, repository, depth);
    unknown.push(...child.unknown);
    jobs.push(...child.jobs);
    if (each.job.get('trigger', 'strategy')?.text === 'depend') {
      children.set(
        each.job.name,
        child.jobs.map(({ name }) => name),
      );
    }
  }
  return {
    unknown,
    jobs: jobs.map(job => ({
      ...job,
      after: job.after.flatMap(name =>
        // The jobs of a child pipeline wait for the job that starts it.
        children.get(name)?.includes(job.name)
          ? [name]
          : [name, ...(children.get(name) ?? [])],
      ),
    })),
  };
}

/** Undefined where an include may name other ones. */
function stagesOf(config: GitlabConfig): string[] | undefined {
  const named = config.top('stages');
  if (!named) {
    return config.isOpen ? undefined : DEFAULT_STAGES;
  }
  return ['.pre', ...named.items().flatMap(({ text }) => text ?? []), '.post'];
}

/** Undefined where it is not known which stage, or where that stage is. */
function stageOf(
  job: GitlabJob,
  stages: string[] | undefined,
  config: GitlabConfig,
): number | undefined {
  const named = job.get('stage')?.text;
  // An include may have a job of the same name, and say its stage.
  if (named === undefined && (job.isPartial || config.isOpen)) {
    return undefined;
  }
  const index = stages?.indexOf(named ?? 'test') ?? -1;
  return index >= 0 ? index : undefined;
}

function readJob(
  { job, timing, stage }: Found,
  all: readonly Found[],
  context: {
    repository: RepositoryFiles;
    globals: ReadonlyMap<string, Value>;
    /** Names of the jobs that stop the environment of another one. */
    stopping: ReadonlySet<string | undefined>;
  },
): { job: PipelineJob; unknown: Unknown[] } {
  const { name, place } = job;
  const commands = readCommands(job.script());
  const effects = commands.flatMap(each =>
    effectsOfCommand(each, context.repository.scripts),
  );
  const isEmpty =
    commands.length === 0 && !job.get('trigger') && !job.get('run');
  const isStop = context.stopping.has(name);
  // What is not here may say that it stops the environment.
  const saysSo = [name, ...job.parents].some(saysDeploy);
  const declared =
    isStop || (isEmpty && !saysSo)
      ? undefined
      : readEnvironment(job, context.globals);
  const action = job.get('environment', 'action')?.text ?? 'start';
  const effect = jobEffect(
    [
      ...effects,
      ...(job.get('release')
        ? [{ kind: 'publishes' as const, what: 'a release' }]
        : []),
      ...(job.get('pages')
        ? [{ kind: 'publishes' as const, what: 'a site' }]
        : []),
    ],
    {
      name: [name, ...(isEmpty ? job.parents : [])].join(' '),
      declares: declared !== undefined && !job.get('trigger'),
    },
  );
  const isElse = effect.kind === 'deploys' && (action !== 'start' || isStop);
  const deploys = effect.kind === 'deploys' && !isElse;
  const said = job.get('environment')
    ? undefined
    : environmentOfDeployment(name);
  const namespace = deploys ? namespaceIn(commands) : undefined;
  const unknown: Unknown[] = [];
  if (isEmpty) {
    unknown.push({
      place,
      reason: `what the job ${codeSpan(
        name,
      )} does: its commands are not in the repository`,
    });
  } else if (effect.kind === 'unknown' && saysDeploy(name)) {
    unknown.push({
      place,
      reason: `whether the job ${codeSpan(name)} deploys: what ${codeSpan(
        effect.what,
      )} does is not known`,
    });
  }
  return {
    unknown,
    job: {
      name,
      place,
      effect: isElse ? { kind: 'runs' } : effect,
      environments: deploys
        ? declared?.environments ?? (said ? [{ name: said, place }] : [])
        : [],
      choice: declared?.choice ?? 'all',
      isReview: deploys && (timing.isPreview || (declared?.isReview ?? false)),
      trigger: timing.trigger,
      condition: timing.condition,
      required: job.get('allow_failure')?.text !== 'true' && timing.isBlocking,
      after: needsOf(job) ?? earlierThan(stage, all),
      waitsByName: job.get('needs') !== undefined,
      ...(namespace && { namespace }),
    },
  };
}

/** Names of the jobs that `needs` waits for. Undefined without it. */
function needsOf(job: GitlabJob): string[] | undefined {
  return job.get('needs') === undefined
    ? undefined
    : job.list('needs').flatMap(item => {
        const isElsewhere = item.get('pipeline') ?? item.get('project');
        const isCertain = item.get('optional')?.text !== 'true';
        return isElsewhere || !isCertain
          ? []
          : item.text ?? item.get('job')?.text ?? [];
      });
}

/** All jobs of earlier stages that are waited for. */
function earlierThan(
  stage: number | undefined,
  all: readonly Found[],
): string[] {
  return stage === undefined
    ? []
    : all
        .filter(
          other =>
            other.stage !== undefined &&
            other.stage < stage &&
            other.timing.isBlocking,
        )
        .map(({ job }) => job.name);
}

/** The jobs of a pipeline that a job starts. */
function readChild(
  job: GitlabJob,
  repository: RepositoryFiles,
  depth: number,
): Read {
  const trigger = job.get('trigger');
  if (!trigger) {
    return { jobs: [], unknown: [] };
  }
  const include = job.get('trigger', 'include');
  const entries = include?.text ? [include] : include?.items() ?? [];
  const read = entries.map(entry => {
    const local = entry.get('local')?.text ?? entry.text;
    const file = local && repository.file(local.replace(/^\/+/, ''));
    const root =
      file &&
      readIncluded(
        file,
        entry.get('inputs') ?? job.get('trigger', 'inputs'),
        repository,
      );
    return root && depth < MAX_CHILDREN
      ? readJobs(root, repository, job.variables(), depth + 1)
      : undefined;
  });
  const jobs = read.flatMap(each => each?.jobs ?? []);
  const isKnown = read.length > 0 && read.every(Boolean);
  const target =
    trigger.text ??
    job.get('trigger', 'project')?.text ??
    entries
      .flatMap(
        entry =>
          entry.get('artifact')?.text ??
          entry.get('local')?.text ??
          entry.text ??
          [],
      )
      .join(', ');
  const nameOf = (name: string) => `${job.name} / ${name}`;
  return {
    jobs: jobs.map(each => ({
      ...each,
      name: nameOf(each.name),
      after: [job.name, ...each.after.map(nameOf)],
    })),
    unknown: [
      ...read.flatMap(each => each?.unknown ?? []),
      ...(isKnown
        ? []
        : [
            {
              place: job.place,
              reason: `what the pipeline does that the job ${codeSpan(
                job.name,
              )} starts: ${codeSpan(target)} is not in the repository`,
            },
          ]),
    ],
  };
}
